# What the benchmarks share; read by them, not run.

work=$(mktemp -d)
simulator=

note() { echo "$*" >&2; }

calculate() { awk "BEGIN { printf \"%.3f\", $1 }"; }

clean_up() {
    stop_simulator
    rm -rf "$work"
}
trap clean_up EXIT

new_data_folder() {
    OPENALPHA_DATA_DIR=$(mktemp -d "$work/data.XXXXXX")
    export OPENALPHA_DATA_DIR
}

# The jar that ./openalpha runs from.
installed_jar() { echo "target/$(cat target/app-current)/openalpha.jar"; }

# start_simulator FLAG...: starts it on a free port, compiling all it can, and points the sources at it.
start_simulator() {
    : >"$work/simulator"
    OPENALPHA_JAVA_OPTS="-XX:TieredStopAtLevel=4 -Xmx512m" ./openalpha simulate --port 0 "$@" >"$work/simulator" 2>"$work/simulator.err" &
    simulator=$!
    until [ "$(wc -l <"$work/simulator")" -ge 2 ]; do
        kill -0 "$simulator" 2>/dev/null || { cat "$work/simulator.err" >&2; exit 1; }
        sleep 0.1
    done
    # Its lines are settings: NAME=value.
    while read -r setting; do export "${setting?}"; done <"$work/simulator"
}

stop_simulator() {
    if [ -n "$simulator" ]; then
        kill "$simulator" 2>/dev/null || true
        wait "$simulator" 2>/dev/null || true
        simulator=
    fi
}

# only_symbols N: a universe of N made-up symbols.
only_symbols() {
    awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf "S%05d\n", i }' >"$work/symbols"
    ./openalpha symbols list --enabled 2>/dev/null | awk 'NR > 1 { print $1 }' >"$work/bundled"
    xargs ./openalpha symbols disable <"$work/bundled" 2>/dev/null
    ./openalpha symbols import "$work/symbols" >/dev/null 2>&1
}

# run_watched COMMAND...: runs it and sets process_s and rss_mb, the peak of its resident memory. Looks seldom and without a
# process for it, since looking takes the processors that are measured; the peak is the system's own, so none is missed.
run_watched() {
    local begin end pid name value
    begin=$(date +%s%N)
    ./openalpha "$@" >"$work/out" 2>&1 &
    pid=$!
    rss_mb=0
    while kill -0 "$pid" 2>/dev/null; do
        while read -r name value _; do
            [ "$name" != VmHWM: ] || rss_mb=$((value / 1024))
        done <"/proc/$pid/status" || true
        sleep 0.2
    done 2>/dev/null
    wait "$pid" || { cat "$work/out" >&2; exit 1; }
    end=$(date +%s%N)
    process_s=$(calculate "($end - $begin) / 1e9")
}

# The seconds that the newest run of a job took, to the millisecond.
job_seconds() { ./openalpha runs --json --limit 1 2>/dev/null | sed -n 's/.*"seconds" *: *\([0-9.]*\).*/\1/p' | head -n 1; }

# run_test_class CLASS ARGUMENT...: compiles the tests and runs the main method of one of their classes.
run_test_class() {
    ./mvnw -q -B test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >&2
    java -cp "target/test-classes:target/classes:$(cat "$work/classpath")" "$@"
}
