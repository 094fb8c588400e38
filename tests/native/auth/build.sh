#!/bin/sh
# build.sh OUT: the tests of ext/auth that need no PHP, under sanitizers, into OUT/*.test.
set -eu

out=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -I$root/ext"

# shellcheck disable=SC2086,SC2046
${CC:-gcc} $flags -o "$out/grant.test" "$here/grant.c" "$root/ext/auth/grant.c" $(pkg-config --cflags --libs libsodium)

# shellcheck disable=SC2086,SC2046
${CC:-gcc} $flags -o "$out/unread_reply.test" "$here/unread_reply.c" "$root/ext/auth/unread_reply.c" "$root/ext/auth/token_members.c" \
	"$root/ext/auth/grant.c" $(pkg-config --cflags --libs libsodium)

# The helper exists on Linux only. It becomes a part of its test, as the build makes it a part of the extension.
[ "$(uname)" = Linux ] || exit 0
cd "$root"
libraries=$(pkg-config --cflags --libs libcurl libsodium)
# Without hiredis: tests/native/redis has the helper with it.
# shellcheck disable=SC2046
sources=$(ls $(cat ext/exchange_helper.sources) | grep -v -e _win32 -e ext/redis/)
# shellcheck disable=SC2086
${CC:-gcc} $flags -o "$out/infusionsoft-exchange" $sources $libraries
# shellcheck disable=SC2086
${CC:-gcc} $flags -DISOFT_EXCHANGE_HELPER=1 "-Wa,-I$out" -o "$out/helper.test" "$here/helper.c" "$here/peer.c" \
	ext/auth/helper_start_posix.c ext/auth/helper_image_posix.c $(echo "$sources" | grep -v ext/exchange_helper.c) $libraries
