#!/bin/sh
# Makes the test CA and the stand-in's certificate anew. Both keys are in the repository on purpose:
# they vouch for 127.0.0.1 in tests and for nothing else, and making keys at each start would cost time.
# Valid from 2020, so that a test may set the clock back.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = test
[test]
new_certs_dir = $work
database = $work/index
rand_serial = yes
default_md = sha256
policy = any
email_in_dn = no
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1,DNS:localhost
authorityKeyIdentifier = keyid
CNF
: > "$work/index"

request() { # common name, key
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$2" -out "$work/csr"
}
sign() { # certificate, extensions, how
    certificate=$1 extensions=$2
    shift 2
    openssl ca -batch -notext -config "$work/ca.cnf" -extensions "$extensions" -in "$work/csr" -out "$certificate" \
        -startdate 20200101000000Z -enddate 20461231235959Z "$@"
}

request 'Test CA of the Keap stand-in' ca.key
sign ca.pem authority -selfsign -keyfile ca.key
request 127.0.0.1 server.key
sign server.pem server -cert ca.pem -keyfile ca.key
chmod 0644 ca.key server.key
