#!/usr/bin/env bash
# Runs a command with its clock moved, so that what depends on the day can be tried on another one: the end of a month, a
# Friday, a holiday. Files keep their real times. Needs gcc.
#
#   tests/at.sh "2026-12-31 10:00" dotnet test tests/Copilot.ThoroughTests
#   tests/at.sh "2027-01-15 10:00" dotnet run --project src/Copilot.Host -- eval golden
set -eu
if [ $# -lt 2 ] || ! THEN=$(date -d "$1" +%s 2>/dev/null); then
  echo "usage: $0 \"YYYY-MM-DD HH:MM\" COMMAND…" >&2
  exit 2
fi
shift
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
gcc -shared -fPIC -O2 -o "$WORK/clock.so" -x c - <<'C'
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Only the clock on the wall moves: what measures durations stays as it is. */
static long shift(void)
{
    const char *seconds = getenv("CLOCK_SHIFT");
    return seconds ? atol(seconds) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int rc = syscall(SYS_clock_gettime, clock, now);
    if (rc == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += shift();
    return rc;
}

int gettimeofday(struct timeval *now, void *zone)
{
    struct timespec at;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &at);
    now->tv_sec = at.tv_sec;
    now->tv_usec = at.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now)
{
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    if (now)
        *now = at.tv_sec;
    return at.tv_sec;
}
C
LD_PRELOAD=$WORK/clock.so CLOCK_SHIFT=$((THEN - $(date +%s))) "$@"
