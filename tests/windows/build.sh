#!/bin/sh
# build.sh OUT LIBSODIUM: compiles the tests of the store for Windows into OUT/*.exe. LIBSODIUM is what libsodium.sh made.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
store=$root/tests/native/store
out=$1
cc=x86_64-w64-mingw32-gcc
flags="-std=gnu11 -g -O1 -Wall -Wextra -Werror -D__USE_MINGW_ANSI_STDIO=1 -DISOFT_ASSERTS=1 -DSODIUM_STATIC -pthread
  -I$root/ext -I$here/posix -I$store -I$root/tests/native -I$2/include"
faults=
for name in os_write_at os_sync os_reserve os_link os_remove os_lock clock_nap_ns clock_sleep_ns clock_sleep_ms; do
	faults="$faults,--wrap=isoft_$name"
done
faults="-Wl$faults,--wrap=malloc,--wrap=calloc,--wrap=realloc"

compile() { # OBJECT SOURCE [FLAG]...
	object=$out/$1.o source=$2
	shift 2
	# shellcheck disable=SC2086
	$cc $flags "$@" -c "$source" -o "$object"
}

objects=
for source in "$root"/ext/store/*.c "$root"/ext/support/failure.c "$root"/ext/support/fork.c "$root"/ext/support/clock.c \
	"$root"/ext/support/buffer.c; do
	name=$(basename "$(dirname "$source")")-$(basename "$source" .c)
	compile "$name" "$source"
	objects="$objects $out/$name.o"
done
for source in "$store"/scene.c "$store"/allocations.c "$here"/posix.c "$here"/processes.c "$here"/faults.c "$here"/statics_begin.c \
	"$here"/statics_end.c; do
	compile "$(basename "$source" .c)" "$source" -include "$here/posix.h"
done
for source in "$here"/messages.c "$store"/damage.c "$store"/keys.c "$store"/killed.c "$store"/locks.c "$store"/names.c "$store"/readers.c \
	"$store"/records.c "$store"/shared.c; do
	name=$(basename "$source" .c)
	compile "test-$name" "$source" -include "$here/posix.h"
	# The addresses must be the same in each process, and the test's variables lie between those of statics_*.
	# shellcheck disable=SC2086
	$cc $flags -static -Wl,--disable-dynamicbase "$out/statics_begin.o" "$out/test-$name.o" "$out/faults.o" "$out/statics_end.o" \
		"$out/scene.o" "$out/processes.o" "$out/posix.o" "$out/allocations.o" $objects $faults "$2/libsodium.a" -o "$out/$name.exe"
done
# The branch for Microsoft's compiler.
# shellcheck disable=SC2086
$cc $flags -static -include "$here/msvc.h" "$root/tests/native/support/atomic.c" -o "$out/atomic.exe"
