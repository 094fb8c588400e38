#!/bin/sh
# Builds and runs the native tests: all parts, or those named. No PHP is needed.
#
#     tests/native/run.sh [part ...]
#
# A part is a folder here with a build.sh; `build.sh OUT` compiles into the folder OUT, and every program it leaves there as
# OUT/*.test is run and prints what check.h says. A program that ends in another way counts as a failure. Nothing is written
# into the sources. The last line is the sum: "N passed, N failed, N skipped".
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

for part in "$@"; do
	mkdir -p "$out/$part"
	if ! sh "$here/$part/build.sh" "$out/$part"; then
		echo "not ok - $part does not build"
		count 0 1 0
		continue
	fi
	for program in "$out/$part"/*.test; do
		run_program "$program" "$part"
	done
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
