# Lines of the suite matrix with the thread-safe debug PHP. To be sourced by tests/suites/matrix, whose functions and variables it uses.
# shellcheck shell=bash disable=SC2154

zts() { # LINE NAME LIMIT COMMAND [ARGUMENT]...
  if ! tests/matrix/in-zts.sh true 2>"$scratch/reason"; then
    tail -n 5 "$scratch/reason" | sed 's/^/    /'
    echo "not ok - $1: the thread-safe PHP cannot be built"
    failed=$((failed + 1))
    return
  fi
  line "$1" "$2" "$3" tests/matrix/in-zts.sh "${@:4}"
}
# A leak that this PHP reports is a failure of its test.
line_8.2-zts() {
  zts 8.2-zts '' 35m bash -c 'tests/matrix/versions.sh && exec tests/suites/phpt "$@"' phpt ${tests[@]+"${tests[@]}"}
}
line_8.2-zts-reliability() {
  zts 8.2-zts-reliability 'the suite reliability: ' 20m bash -c 'tests/matrix/versions.sh && exec tests/suites/reliability'
}
line_threads() { zts threads '32 threads of one process, for leaks and under ThreadSanitizer' 20m tests/matrix/threads.sh; }
