#!/bin/sh
# build.sh OUT [TARGET]…: the fuzz targets, all or those named, into OUT/*.fuzz. Those that need PHP ask for PHP_CONFIG's embed library.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$1
shift
[ $# -gt 0 ] || set -- $(cd "$here" && ls ./*.c | sed 's,^\./,,; s,\.c$,,')

flags="-g -O1 -std=gnu11 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wall -Wextra -Wno-unused-parameter -Werror -DISOFT_ASSERTS=1"
flags="$flags -pthread -I$here -I$root/ext $(pkg-config --cflags libcurl libsodium)"
libraries=$(pkg-config --libs libcurl libsodium)
php_config=${PHP_CONFIG:-php-config}

# compile LIBRARY FLAGS FILE…: an archive, of which each target takes what it needs.
compile() {
	library=$out/$1.a
	mkdir -p "$out/$1"
	(
		cd "$out/$1"
		extra=$2
		shift 2
		# shellcheck disable=SC2086
		printf '%s\n' "$@" | xargs -P 2 -n 4 clang $flags $extra -fsanitize=fuzzer-no-link -c
		ar rcs "$library" ./*.o
	)
}

plain= with_php=
for target in "$@"; do
	if grep -q '"fuzz_php\.h"' "$here/$target.c"; then with_php="$with_php $target"; else plain="$plain $target"; fi
done

cd "$root/ext"
files() { for name in "$@"; do echo "$root/ext/$name"; done; }
# shellcheck disable=SC2046
compile without-php '' $(files store/*.c net/*.c support/buffer.c support/failure.c support/clock.c \
	support/fork.c support/suggest.c auth/grant.c)
for target in $plain; do
	# shellcheck disable=SC2086
	clang $flags -fsanitize=fuzzer -o "$out/$target.fuzz" "$here/$target.c" "$out/without-php.a" $libraries
done

[ -n "$with_php" ] || exit 0
# -isystem: what PHP's own headers do is not what is tested here.
includes=$("$php_config" --includes | sed 's/-I/-isystem /g')
# shellcheck disable=SC2046
compile with-php "$includes" $(files auth/token_reply.c auth/token_result.c keap/*.c support/*.c)
for target in $with_php; do
	# shellcheck disable=SC2086
	clang $flags $includes -fsanitize=fuzzer -o "$out/$target.fuzz" "$here/$target.c" "$out/with-php.a" "$out/without-php.a" \
		$libraries -lphp"$("$php_config" --version | cut -d. -f1,2)"
done
