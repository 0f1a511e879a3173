#!/usr/bin/env bash
# pki.sh FOLDER: makes a throw-away root (root.pem) and, for each signature algorithm of C2PA, a key (ALG.key) and a
# certificate (ALG.pem) of the profile that C2PA asks for (C2PA 2.2 §14.5.1).
set -euo pipefail
mkdir -p "$1"
cd "$1"

cat >profile.cnf <<'CONFIG'
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIG

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out root.key 2>/dev/null
openssl req -new -key root.key -subj "/O=Interop/CN=Interop throw-away root" -out root.csr
openssl x509 -req -in root.csr -signkey root.key -sha256 -days 30 \
    -extfile profile.cnf -extensions root -out root.pem 2>/dev/null

# signer ALG GENPKEY_OPTION...
signer() {
    local name=$1
    shift
    openssl genpkey "$@" -out "$name.key" 2>/dev/null
    openssl req -new -key "$name.key" -subj "/O=Interop/CN=Interop $name" -out "$name.csr"
    openssl x509 -req -in "$name.csr" -CA root.pem -CAkey root.key -CAcreateserial -sha256 -days 20 \
        -extfile profile.cnf -extensions signer -out "$name.pem" 2>/dev/null
    rm "$name.csr"
}

signer es256 -algorithm EC -pkeyopt ec_paramgen_curve:P-256
signer es384 -algorithm EC -pkeyopt ec_paramgen_curve:P-384
signer es512 -algorithm EC -pkeyopt ec_paramgen_curve:P-521
signer ps256 -algorithm RSA -pkeyopt rsa_keygen_bits:2048
signer ps384 -algorithm RSA -pkeyopt rsa_keygen_bits:3072
signer ps512 -algorithm RSA -pkeyopt rsa_keygen_bits:4096
signer ed25519 -algorithm ED25519
