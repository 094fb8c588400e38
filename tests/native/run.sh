#!/bin/sh
# Builds and runs the native tests. No PHP is needed.
#
#     tests/native/run.sh [ROOM|ROOM/TEST]...
#
# ROOM is a folder here with a build.sh; without arguments the script takes all of them. TEST is one program of a room:
# store/keys is the test in store/keys.c, and tests/native/store/keys.c means the same.
#
# `build.sh OUT` compiles the programs of its room to OUT/*.test. Each program prints what check.h describes. A program
# that does not end with its sum counts as one failure. The script writes nothing into the checkout. Its last line is
# the sum of all: "N passed, N failed, N skipped".
set -u

here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d "${TMPDIR:-/tmp}/native-tests.XXXXXX") || exit 1
trap 'rm -rf "$out"' EXIT
trap 'exit 130' INT TERM

if [ $# -eq 0 ]; then
	for script in "$here"/*/build.sh; do
		set -- "$@" "$(basename "$(dirname "$script")")"
	done
fi

passed=0 failed=0 skipped=0

count() {
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# Builds the programs of a room, once; false where that failed, and counted.
build_room() {
	[ ! -f "$out/$1.built" ] || return 0
	if [ ! -f "$here/$1/build.sh" ]; then
		echo "not ok - there is no folder tests/native/$1 with a build.sh"
	elif [ -d "$out/$1" ] || { mkdir "$out/$1" && ! sh "$here/$1/build.sh" "$out/$1"; }; then
		echo "not ok - $1 does not build"
	else
		touch "$out/$1.built"
		return 0
	fi
	count 0 1 0
	return 1
}

run_program() {
	name=$(basename "$1" .test)
	echo "# $2: $name"
	"$1" >"$out/report" 2>&1
	status=$?
	cat "$out/report"
	sum=$(tail -n 1 "$out/report" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p')
	if [ -z "$sum" ] || { [ "$status" -ne 0 ] && [ "$(echo "$sum" | cut -d' ' -f2)" -eq 0 ]; }; then
		echo "not ok - $2: $name ended with status $status"
		count 0 1 0
	fi
	# shellcheck disable=SC2086
	[ -z "$sum" ] || count $sum
}

for given in "$@"; do
	given=${given#tests/native/}
	room=${given%%/*}
	build_room "$room" || continue
	test=${given#"$room"}
	test=${test#/}
	if [ -z "$test" ]; then
		for program in "$out/$room"/*.test; do
			run_program "$program" "$room"
		done
	elif [ -f "$out/$room/${test%.c}.test" ]; then
		run_program "$out/$room/${test%.c}.test" "$room"
	else
		echo "not ok - $room has no native test ${test%.c}. It has: $(cd "$out/$room" && echo *.test | sed 's/\.test//g')"
		count 0 1 0
	fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
