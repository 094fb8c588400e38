#!/bin/sh
# build.sh OUT: the tests of ext/client that need no PHP, under sanitizers, into OUT/*.test.
set -eu

out=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -I$root/ext"

# shellcheck disable=SC2086
${CC:-gcc} $flags -I"$here/.." -o "$out/turns.test" "$here/turns.c" "$root/ext/client/turns.c"
