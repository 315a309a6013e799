#!/usr/bin/env bash
# Tests of count-results.sh: every way a test run can end must be counted, above all those that leave nothing behind.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/count-results.sh"
WORK=$(mktemp -d); trap 'rm -rf "$WORK"' EXIT
WRONG=0
expect() { if [ "$2" = "$3" ]; then echo "ok    $1"; else echo "WRONG $1: expected '$2', got '$3'"; WRONG=1; fi; }
trx() { # trx NAME OUTCOME TOTAL EXECUTED PASSED FAILED
  mkdir -p "$WORK/$1"
  printf '<TestRun><ResultSummary outcome="%s"><Counters total="%d" executed="%d" passed="%d" failed="%d" error="0" timeout="0" aborted="0" inconclusive="0" passedButRunAborted="0" notRunnable="0" notExecuted="0" /></ResultSummary></TestRun>\n' "${@:2}" >"$WORK/$1/$RANDOM$RANDOM.trx"
}

trx good Completed 5 4 4 0
expect "passed and skipped" "4 0 1" "$(count_trx "$WORK/good" 0)"
trx bad Failed 5 5 3 2
expect "failed tests" "3 2 0" "$(count_trx "$WORK/bad" 1)"
trx both Completed 5 5 5 0; trx both Failed 3 3 2 1
expect "several files add up" "7 1 0" "$(count_trx "$WORK/both" 1)"
expect "no results at all" "0 1 0" "$(count_trx "$WORK/nothing" 0 2>/dev/null)"
trx crash Completed 5 5 5 0
expect "a crash without a failed test" "5 1 0" "$(count_trx "$WORK/crash" 134 2>/dev/null)"
trx aborted Aborted 5 5 5 0
expect "an aborted run that exited well" "5 1 0" "$(count_trx "$WORK/aborted" 0 2>/dev/null)"
trx empty Completed 0 0 0 0
expect "no test ran" "0 1 0" "$(count_trx "$WORK/empty" 0 2>/dev/null)"
trx skipped Completed 3 0 0 0
expect "all skipped is no failure" "0 0 3" "$(count_trx "$WORK/skipped" 0)"

echo '{"numTotalTests":7,"numPassedTests":5,"numFailedTests":1,"numPendingTests":1,"numTodoTests":0}' >"$WORK/v.json"
expect "vitest" "5 1 1" "$(count_vitest "$WORK/v.json" 1)"
echo '{"numPassedTests":5,"numFailedTests":0}' >"$WORK/t.json"
expect "vitest after a type error" "5 1 0" "$(count_vitest "$WORK/t.json" 2 2>/dev/null)"
expect "vitest without a report" "0 1 0" "$(count_vitest "$WORK/none.json" 1 2>/dev/null)"

mkdir -p "$WORK/named"
cat >"$WORK/named/a.trx" <<'XML'
<TestRun>
    <UnitTestResult testId="1" testName="Rooms.Hall+Door.Opens(key: &quot;a&quot;)" duration="1" outcome="Failed" testListId="2">
          <Message>Expected: open
Actual: shut</Message>
    </UnitTestResult>
    <UnitTestResult testId="2" testName="Rooms.Hall+Door.Opens(key: &quot;b&quot;)" duration="1" outcome="Failed" testListId="2">
          <Message>Expected: open</Message>
    </UnitTestResult>
    <UnitTestResult testId="3" testName="Rooms.Hall.Stands" duration="1" outcome="Passed" testListId="2">
    </UnitTestResult>
    <UnitTestResult testId="4" testName="Rooms.Cellar.Is_dry" duration="1" outcome="Failed" testListId="2">
    </UnitTestResult>
</TestRun>
XML
expect "failed tests by name" "Rooms.Cellar.Is_dry|Rooms.Hall+Door.Opens(key: &quot;a&quot;)|Rooms.Hall+Door.Opens(key: &quot;b&quot;)" "$(failed_tests "$WORK/named" | cut -f 1 | paste -sd '|')"
expect "what they said, on one line" "Expected: open | Actual: shut" "$(failed_tests "$WORK/named" | sed -n 2p | cut -f 2)"
expect "a failure without words" "Rooms.Cellar.Is_dry" "$(failed_tests "$WORK/named" | sed -n 1p | tr -d '\t')"
expect "how to run them again" "FullyQualifiedName=Rooms.Cellar.Is_dry|FullyQualifiedName=Rooms.Hall+Door.Opens" "$(failed_tests "$WORK/named" | filter_of)"
expect "no failed test" "" "$(failed_tests "$WORK/good" | filter_of)"
exit $WRONG
