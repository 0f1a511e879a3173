#!/usr/bin/env bash
# Makes the THROW-AWAY keys and certificates of the test vectors anew. Everybody has these keys; never trust them.
# After this every vector must be made again, see src/main/resources/vectors/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/src/main/resources/keys"
rm -f ./*.pem
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
: >"$scratch/index"
echo 1000 >"$scratch/serial"

cat >"$scratch/ca.cnf" <<CONFIG
[ca]
default_ca = vectors
[vectors]
database = $scratch/index
serial = $scratch/serial
new_certs_dir = $scratch
default_md = sha256
policy = any
unique_subject = no
[any]
organizationName = supplied
commonName = supplied
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
[purpose]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, digitalSignature, keyCertSign
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIG

# certificate NAME PROFILE LAST_YEAR OPTION...: for NAME.key.pem
certificate() {
    local name=$1 profile=$2 last=$3
    shift 3
    openssl req -new -key "$name.key.pem" -subj "/O=inkseal THROW-AWAY/CN=THROW-AWAY $name" -out "$scratch/$name.csr"
    openssl ca -batch -notext -config "$scratch/ca.cnf" -extensions "$profile" -in "$scratch/$name.csr" \
        -startdate 20250101000000Z -enddate "${last}0101000000Z" -out "$name.pem" "$@" 2>/dev/null
}

# signer NAME PROFILE LAST_YEAR GENPKEY_OPTION...
signer() {
    openssl genpkey "${@:4}" -out "$1.key.pem" 2>/dev/null
    certificate "$1" "$2" "$3" -cert root.pem -keyfile "$scratch/root.key"
}

p256=(-algorithm EC -pkeyopt ec_paramgen_curve:P-256)
openssl genpkey "${p256[@]}" -out root.key.pem 2>/dev/null
certificate root root 2125 -selfsign -keyfile root.key.pem
mv root.key.pem "$scratch/root.key"

signer es256 signer 2125 "${p256[@]}"
signer es384 signer 2125 -algorithm EC -pkeyopt ec_paramgen_curve:P-384
signer es512 signer 2125 -algorithm EC -pkeyopt ec_paramgen_curve:P-521
signer ps256 signer 2125 -algorithm RSA -pkeyopt rsa_keygen_bits:2048
signer ps384 signer 2125 -algorithm RSA -pkeyopt rsa_keygen_bits:2048
signer ps512 signer 2125 -algorithm RSA -pkeyopt rsa_keygen_bits:2048
signer ed25519 signer 2125 -algorithm ED25519
signer expired signer 2026 "${p256[@]}"
signer wrong-purpose purpose 2125 "${p256[@]}"
signer authority authority 2125 "${p256[@]}"
chmod 644 ./*.pem
