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

# Compiles the sources into $objects.
compile() {
	objects=
	for source in "$@"; do
		object=$out/$(basename "$(dirname "$source")")-$(basename "$source" .c).o
		# shellcheck disable=SC2086
		[ -e "$object" ] || ${CC:-cc} $flags -c "$source" -o "$object"
		objects="$objects $object"
	done
}

compile "$root"/ext/redis/*.c "$root"/ext/store/*.c "$root"/ext/support/failure.c "$root"/ext/support/fork.c \
	"$root"/ext/support/clock.c "$root"/ext/support/buffer.c "$store"/scene.c "$store"/scene_process.c "$here"/server.c "$here"/machine.c
for name in connection protocol pace; do
	# shellcheck disable=SC2086
	${CC:-cc} $flags "$here/$name.c" $objects $libraries -o "$out/$name.test"
done

# The exchange helper exists on Linux only. It becomes a part of its test, as the build makes it a part of the extension.
[ "$(uname)" = Linux ] || exit 0
cd "$root"
flags="$flags -DISOFT_REDIS=1 -DISOFT_EXCHANGE_HELPER=1 -Wa,-I$out -I$root/tests/native/auth"
# shellcheck disable=SC2046
compile $(ls $(cat ext/exchange_helper.sources))
# shellcheck disable=SC2086
${CC:-cc} $flags $objects $libraries -o "$out/infusionsoft-exchange"
parts=$(echo "$objects" | tr ' ' '\n' | grep -v exchange_helper)
compile ext/auth/helper_start_posix.c ext/auth/helper_image_posix.c "$here"/helper.c tests/native/auth/peer.c "$store"/scene.c \
	"$store"/scene_process.c "$here"/server.c
# shellcheck disable=SC2086
${CC:-cc} $flags $objects $parts $libraries -o "$out/helper.test"
