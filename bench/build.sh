#!/usr/bin/env bash
# build.sh OUT: compiles the C programs of the bench into OUT.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ext=$here/../ext
out=$1

version=$("${php:-php}" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
php_config=$(command -v "php-config$version" || command -v php-config)
# shellcheck disable=SC2046
{
  gcc -O2 -Wall -Wextra -Werror -o "$out/delay" "$here/delay.c"
  gcc -O2 -Wall -Wextra -Werror -o "$out/limit" "$here/clients/limit_program.c" $(pkg-config --cflags --libs libcurl)
  gcc -O2 -Wall -shared -fPIC -o "$out/limit.so" "$here/clients/limit_extension.c" $("$php_config" --includes) $(pkg-config --cflags --libs libcurl)
  gcc -O2 -pthread -I"$ext" -o "$out/index" "$here/../tests/native/store/bench_index.c" "$ext"/store/*.c \
    "$ext"/support/{failure,fork,clock,buffer}.c $(pkg-config --cflags --libs libsodium)
  gcc -O2 -pthread -I"$ext" -o "$out/token_read" "$here/../tests/native/store/bench_read.c" "$ext"/store/*.c \
    "$ext"/support/{failure,fork,clock,buffer}.c $(pkg-config --cflags --libs libsodium)
}
