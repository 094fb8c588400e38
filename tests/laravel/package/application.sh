#!/usr/bin/env bash
# application.sh VERSION: prints the folder, outside the checkout, in which Composer has installed this major version of
# Laravel with the package, from a path repository. Later runs use it again.
# LARAVEL_PHP: the version of the PHP that will run it, if it is not this one.
# The package in it has only its composer.json: the tests put the checkout's package in its place.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)

php=${LARAVEL_PHP:-$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')}
key=$php-$(cat "$here"/composer.json "$here"/../skeleton/stand-ins.php "$root"/packages/laravel/composer.json | cksum | cut -d' ' -f1)
exec "$root/tools/cached" "laravel-$1-with-package-$key" sh -c '
  mkdir package && cp "$2/packages/laravel/composer.json" package && cp "$2/tests/laravel/skeleton/stand-ins.php" . &&
  sed "s/\"^12.0\"/\"^$3.0\"/" "$1/composer.json" >composer.json &&
  export COMPOSER_ALLOW_SUPERUSER=1 && composer config platform.php "$4.99" && composer install --no-interaction --no-progress --ignore-platform-req=ext-infusionsoft' install "$here" "$root" "$1" "$php"
