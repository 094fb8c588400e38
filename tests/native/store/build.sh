#!/bin/sh
# build.sh OUT: compiles the tests of the store, without PHP and with sanitizers, into OUT/*.test. CC, CFLAGS and SANITIZE may be set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$1
sanitize=${SANITIZE--fsanitize=address,undefined -fno-sanitize-recover=undefined}
flags="${CFLAGS--g -O1} $sanitize -Wall -Wextra -Werror -DISOFT_ASSERTS=1 -pthread -I$root/ext -I$here -I$here/.. $(pkg-config --cflags libsodium)"
# faults.c wraps the system calls that change files: a test can make a call fail or kill the process.
faults="-Wl,--wrap=pwrite,--wrap=fdatasync,--wrap=posix_fallocate,--wrap=link,--wrap=unlink,--wrap=rename,--wrap=fsync,--wrap=fchmod,--wrap=isoft_os_lock_range,--wrap=nanosleep"
# allocations.c wraps and counts the allocations.
faults="$faults,--wrap=malloc,--wrap=calloc,--wrap=realloc"
# decryptions.c wraps and counts the opening of records.
faults="$faults,--wrap=crypto_aead_xchacha20poly1305_ietf_decrypt"

objects=
for source in "$root"/ext/store/*.c "$root"/ext/support/failure.c "$root"/ext/support/fork.c "$root"/ext/support/clock.c \
	"$root"/ext/support/buffer.c \
	"$here"/scene.c "$here"/scene_process.c "$here"/faults.c "$here"/allocations.c "$here"/decryptions.c; do
	object=$out/$(basename "$(dirname "$source")")-$(basename "$source" .c).o
	# shellcheck disable=SC2086
	${CC:-cc} $flags -c "$source" -o "$object"
	objects="$objects $object"
done
for name in advice carry creation damage flat keys killed locks names readers records shared; do
	# shellcheck disable=SC2086
	${CC:-cc} $flags "$here/$name.c" $objects $faults $(pkg-config --libs libsodium) -o "$out/$name.test"
done
