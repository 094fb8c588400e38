#!/bin/sh
# build.sh OUT: the tests of ext/support that need no PHP, under sanitizers, into OUT/*.test. EXTRA_CFLAGS may be set.
set -eu

out=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -I$root/ext"

# malloc passes through buffer.c, which records the sizes and can make it fail.
# shellcheck disable=SC2086,SC2046
${CC:-gcc} $flags ${EXTRA_CFLAGS:-} -Wl,--wrap=malloc -o "$out/buffer.test" "$here/buffer.c" "$root/ext/support/buffer.c" \
	$(pkg-config --cflags --libs libsodium)
# shellcheck disable=SC2086
${CC:-gcc} $flags -I"$here/.." ${EXTRA_CFLAGS:-} -pthread -o "$out/atomic.test" "$here/atomic.c"
