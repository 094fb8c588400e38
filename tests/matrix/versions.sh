#!/usr/bin/env bash
# Prints the versions of PHP and of the libraries as "# PHP 8.2.1 NTS, libcurl 7.88.1, OpenSSL 3.0.19".
# Usage: versions.sh [EXTENSION]   Without an argument it builds the extension.
set -euo pipefail
cd "$(dirname "$0")/../.."
php=${PHP:-php}
so=${1:-$(tools/build)}
# shellcheck disable=SC2016 # PHP code
"$php" -n -d extension="$so" -r '
  ob_start();
  (new ReflectionExtension("infusionsoft"))->info();
  preg_match("/^libcurl => (\S+)/m", ob_get_clean(), $libcurl);
  preg_match("/^OpenSSL (\S+)/", defined("OPENSSL_VERSION_TEXT") ? OPENSSL_VERSION_TEXT : "", $openssl);
  echo "# PHP ", PHP_VERSION, PHP_ZTS ? " ZTS" : " NTS", PHP_DEBUG ? " debug" : "";
  echo ", libcurl $libcurl[1]", $openssl ? ", OpenSSL $openssl[1]" : "", "\n";
'
