#!/usr/bin/env bash
# Installs the missing packages that the Laravel test needs.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

php=php$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
"$root/tools/needs" node=nodejs composer=composer nginx=nginx redis-server=redis-server setpriv=util-linux unzip=unzip \
  "$php-fpm" "$php-curl" "$php-mbstring" "$php-redis" "$php-xml"
