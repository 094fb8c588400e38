#!/usr/bin/env bash
# Many threads of one process use the extension: once with PHP's search for leaks, once under ThreadSanitizer. 3 min
# Usage: in-zts.sh threads.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/needs node=nodejs
prefix=$("$PHP_CONFIG" --prefix)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

passed=0 failed=0
run() { # NAME VARIANT [FLAG]...: the extension in that variant, and the program compiled with these flags
  local so status=0 p=0 f=0
  so=$(tools/build "$2")
  # shellcheck disable=SC2046
  gcc -g -O1 -D_GNU_SOURCE -Wall -Wextra -Wno-unused-parameter -Werror -pthread "${@:3}" $("$PHP_CONFIG" --includes) -I"$prefix/include/php/sapi" \
    -o "$out/threads" tests/matrix/threads.c -L"$prefix/lib" -Wl,-rpath,"$prefix/lib" -lphp
  # The PHP of the test itself has the extension without a sanitizer.
  "$PHP" -n -d extension_dir="$(dirname "$(tools/build)")" -d extension=infusionsoft tests/matrix/threads.php "$out/threads" "$so" \
    >"$out/report" 2>&1 </dev/null || status=$?
  sed -E "\$d; s/^((not )?ok) - /\1 - $1: /" "$out/report"
  if ! read -r p _ f _ < <(tail -n 1 "$out/report" | grep -E '^[0-9]+ passed, [0-9]+ failed') || { [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; }; then
    tail -n 1 "$out/report"
    echo "not ok - $1: ended with status $status"
    f=$((${f:-0} + 1))
  fi
  passed=$((passed + ${p:-0})) failed=$((failed + f))
}

run leaks dev
# Only the extension and the program are compiled with ThreadSanitizer. Of PHP and of the libraries it sees what passes
# the C library: locks, threads, memory that is allocated and freed.
export TSAN_OPTIONS="exitcode=66:second_deadlock_stack=1:${TSAN_OPTIONS:-}"
run races threads -fsanitize=thread
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
