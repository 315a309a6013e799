# Counts test results; sourced by run.sh and by its own test. Each function prints "passed failed skipped".

# count_trx FOLDER EXIT_CODE: the .trx files of one `dotnet test` and what it exited with.
# A crash writes no result for the test it died in, and a missing file no result at all: both count as a failure.
count_trx() {
  local folder=$1 rc=$2 passed failed skipped files broken
  files=$(find "$folder" -name '*.trx' 2>/dev/null)
  if [ -z "$files" ]; then echo "0 1 0"; echo "no test results in $folder (exit code $rc)" >&2; return; fi
  read -r passed failed skipped < <(find "$folder" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + | awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { total += value("total"); executed += value("executed"); passed += value("passed"); failed += value("failed") + value("error") + value("timeout") + value("aborted") }
    END { print passed + 0, failed + 0, total - executed }')
  broken=$(find "$folder" -name '*.trx' -exec grep -lE '<ResultSummary outcome="(Failed|Aborted|Error)"' {} + | wc -l)
  if [ "${failed:-0}" -eq 0 ] && { [ "$rc" -ne 0 ] || [ "$broken" -gt 0 ]; }; then
    failed=1; echo "the run in $folder broke off (exit code $rc) without a failed test on record: counted as one failure" >&2
  fi
  if [ $((${passed:-0} + failed)) -eq 0 ] && [ "${skipped:-0}" -eq 0 ]; then failed=1; echo "not one test ran in $folder: counted as one failure" >&2; fi
  echo "${passed:-0} $failed ${skipped:-0}"
}

# count_vitest FILE EXIT_CODE: the report of vitest's json reporter
count_vitest() {
  local file=$1 rc=$2 passed failed skipped
  if [ ! -s "$file" ]; then echo "0 1 0"; echo "vitest wrote no report (exit code $rc)" >&2; return; fi
  passed=$(vitest_number numPassedTests "$file"); failed=$(vitest_number numFailedTests "$file"); skipped=$(($(vitest_number numPendingTests "$file") + $(vitest_number numTodoTests "$file")))
  if [ "$failed" -eq 0 ] && [ "$rc" -ne 0 ]; then failed=1; echo "vitest exited with $rc and no failed test: counted as one failure" >&2; fi
  echo "$passed $failed $skipped"
}
vitest_number() { local n; n=$(grep -oE "\"$1\": *[0-9]+" "$2" | head -n 1 | grep -oE '[0-9]+$'); echo "${n:-0}"; }

# failed_tests FOLDER: one line for each failed test of the .trx files, "Namespace.Class.Method(arguments)<tab>its message, lines joined by |"
failed_tests() {
  find "$1" -name '*.trx' -exec cat {} + 2>/dev/null | awk '
    function tell() { print name "\t" substr(message, 1, 600); name = ""; message = ""; inside = 0 }
    /<UnitTestResult .*outcome="Failed"/ { name = match($0, / testName="[^"]*"/) ? substr($0, RSTART + 11, RLENGTH - 12) : "?"; message = ""; inside = 0 }
    name == "" { next }
    /<Message>/ && !inside { inside = 1; sub(/.*<Message>/, "") }
    inside { line = $0; end = sub(/<\/Message>.*/, "", line); gsub(/^[ \t]+|[ \t\r]+$/, "", line); if (line != "") message = message (message == "" ? "" : " | ") line; if (end) tell(); next }
    /<\/UnitTestResult>/ { tell() }' | sort -u
}

# filter_of: an expression for `dotnet test --filter` from lines of failed_tests: every failed method, with all its cases
filter_of() { cut -f 1 | sed -E 's/\(.*//' | sort -u | sed 's/^/FullyQualifiedName=/' | paste -sd '|'; }
