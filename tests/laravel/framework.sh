#!/usr/bin/env bash
# Prints the folder, outside the checkout, in which Composer has installed the framework. Later runs use it again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

version=$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')-$(cat "$here"/skeleton/{composer.json,stand-ins.php} | cksum | cut -d' ' -f1)
exec "$here/../../tools/cached" "laravel-$version" sh -c '
  cp "$1/composer.json" "$1/stand-ins.php" . && COMPOSER_ALLOW_SUPERUSER=1 composer install --no-interaction --no-progress' install "$here/skeleton"
