#!/usr/bin/env bash
# pki.sh FOLDER: makes a throw-away root (root.pem) and, for each signature algorithm of C2PA, a key (ALG.key) and a
# certificate (ALG.pem) of the profile that C2PA asks for (C2PA 2.2 §14.5.1).
set -euo pipefail
mkdir -p "$1"
cd "$1"

cat >profile.cnf <<'CONFIG'
[identity]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = 1.3.6.1.5.5.7.3.36
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
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

# Somebody who stands behind a picture: the key purpose is document signing.
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out identity.key 2>/dev/null
openssl req -new -key identity.key -subj "/O=Interop/CN=Interop identity" -out identity.csr
openssl x509 -req -in identity.csr -CA root.pem -CAkey root.key -CAcreateserial -sha256 -days 20 \
    -extfile profile.cnf -extensions identity -out identity.pem 2>/dev/null
openssl pkcs12 -export -inkey identity.key -in identity.pem -out identity.p12 -passout pass:identity

# A time-stamp authority under the same root, and a signer whose certificate ends within a minute.
cat >tsa.cnf <<'CONFIG'
[stamper]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = default
[default]
serial = serial.txt
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
[ca]
default_ca = issuer
[issuer]
database = index.txt
serial = issued.txt
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = none
[any]
organizationName = optional
commonName = supplied
CONFIG
echo 01 >serial.txt
echo 5001 >issued.txt
: >index.txt
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out tsa.key 2>/dev/null
openssl req -new -key tsa.key -subj "/O=Interop/CN=Interop TSA" -out tsa.csr
openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -sha256 -days 20 \
    -extfile tsa.cnf -extensions stamper -out tsa.pem 2>/dev/null
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out brief.key 2>/dev/null
openssl req -new -key brief.key -subj "/O=Interop/CN=Interop brief" -out brief.csr
openssl ca -batch -notext -config tsa.cnf -cert root.pem -keyfile root.key -extfile profile.cnf -extensions signer \
    -startdate "$(date -u -d '-1 minute' +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d '+60 seconds' +%Y%m%d%H%M%SZ)" \
    -in brief.csr -out brief.pem 2>/dev/null
