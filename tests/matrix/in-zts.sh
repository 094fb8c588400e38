#!/usr/bin/env bash
# Runs a command with the thread-safe debug PHP, which is built at the first use (about 10 min) and kept outside the checkout.
# The command gets it in PHP, PHPIZE and PHP_CONFIG. Usage: in-zts.sh COMMAND [ARGUMENT]...
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
# A cached PHP needs the packages too: a build for it has no php-dev that brings them.
"$root/tools/needs" php=php-cli autoconf=autoconf gcc=gcc libc6-dev make=make pkg-config=pkg-config xz=xz-utils libssl-dev libsodium-dev \
  zlib1g-dev
version=$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
name=matrix-php-$version-zts-debug
folder=$("$root/tools/cached")/$name
if [ ! -d "$folder" ]; then
  "$root/tools/cached" "$name" "$root/tests/matrix/zts.sh" "$folder" >&2
fi
export PHP=$folder/bin/php PHPIZE=$folder/bin/phpize PHP_CONFIG=$folder/bin/php-config
cd "$root"
exec "$@"
