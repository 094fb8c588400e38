#!/bin/sh
# build.sh OUT: compiles the tests of ext/redis, with sanitizers, into OUT/*.test. They start their own redis-server.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
store=$root/tests/native/store
out=$1
flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -pthread
  -I$root/ext -I$here -I$store -I$here/.. $(pkg-config --cflags libsodium libcurl)"
libraries=$(pkg-config --libs libsodium libcurl)

# shellcheck disable=SC2086
${CC:-cc} $flags "$here/pair.c" "$root/ext/redis/pair.c" $libraries -o "$out/pair.test"
# shellcheck disable=SC2086
${CC:-cc} $flags "$here/address.c" "$root/ext/redis/address.c" "$root/ext/support/failure.c" $libraries -o "$out/address.test"

if ! pkg-config --exists hiredis || ! command -v redis-server >/dev/null; then
	printf '#!/bin/sh\necho "ok - connection and protocol # skip needs hiredis and redis-server"\necho "0 passed, 0 failed, 1 skipped"\n' >"$out/redis.test"
	chmod +x "$out/redis.test"
	exit 0
fi
flags="$flags $(pkg-config --cflags hiredis)"
libraries="$libraries $(pkg-config --libs hiredis)"
if pkg-config --exists hiredis_ssl openssl; then
	flags="$flags -DISOFT_REDIS_TLS=1 $(pkg-config --cflags hiredis_ssl openssl)"
	libraries="$libraries $(pkg-config --libs hiredis_ssl openssl)"
fi

objects=
for source in "$root"/ext/redis/*.c "$root"/ext/store/*.c "$root"/ext/support/failure.c "$root"/ext/support/fork.c \
	"$root"/ext/support/clock.c "$root"/ext/support/buffer.c "$store"/scene.c "$store"/scene_process.c "$here"/server.c "$here"/machine.c; do
	object=$out/$(basename "$(dirname "$source")")-$(basename "$source" .c).o
	# shellcheck disable=SC2086
	${CC:-cc} $flags -c "$source" -o "$object"
	objects="$objects $object"
done
for name in connection protocol pace; do
	# shellcheck disable=SC2086
	${CC:-cc} $flags "$here/$name.c" $objects $libraries -o "$out/$name.test"
done
