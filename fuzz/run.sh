#!/usr/bin/env bash
# Long runs. Each prints its seed and its counts, and appends them to fuzz/target/runs.log; the same seed does the same.
#
#   fuzz/run.sh jazzer [TARGET] [RUNS|SECONDSs] [SEED]    coverage-guided: one parser, such as cbor, or each of them; what
#                                                          it keeps is read again without it, within the bounds
#   fuzz/run.sh mutants [COUNT] [SEED]                     mutants that know the structure of a credential
#   fuzz/run.sh flips [FILES]                              every bit flip and so on; writes docs/flip-map.md
#   fuzz/run.sh growth                                     time for twice as much over time for as much
#
# FUZZ_CORPUS is where Jazzer keeps what it finds worth keeping (fuzz/target/corpus).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

log=target/runs.log
corpus=${FUZZ_CORPUS:-target/corpus}

build() {
    local classpath=target/classpath.txt
    if [[ -n ${FUZZ_CLASSPATH:-} ]]; then
        classes=$FUZZ_CLASSPATH
        return
    fi
    (cd .. && mvn -B -q -DskipTests -Dcyclonedx.skip -Djacoco.skip -pl fuzz -am test-compile \
        dependency:build-classpath -Dmdep.outputFile=target/classpath.txt)
    classes=target/test-classes:target/classes:$(<"$classpath")
}

jvm() {
    java -Xmx1g -XX:+UseSerialGC -Dinkseal.timed=true -cp "$classes" "$@"
}

say() {
    echo "$(date -u +%FT%TZ) $*" | tee -a "$log"
}

# One target in a JVM of its own. Stops at the first input that fails, which stands in the folder of the run.
target() {
    local name=$1 amount=$2 seed=$3 limit
    local constant
    constant=$(sed 's/[A-Z]/_&/g' <<<"$name" | tr '[:lower:]' '[:upper:]')
    # A target that is given no time ends after five minutes, however many runs it was to do.
    [[ $amount == *s ]] && limit=(-max_total_time="${amount%s}") || limit=(-runs="$amount" -max_total_time=1000000)
    [[ -d $corpus/$name ]] || jvm org.inkseal.fuzz.SeedCorpus "$constant" "$corpus/$name"
    local code=0
    jvm com.code_intelligence.jazzer.Jazzer --target_class=org.inkseal.fuzz.ParserFuzzTest --target_method="$name" \
        --instrumentation_includes='org.inkseal.**' --reproducer_path=target \
        -artifact_prefix=target/ -seed="$seed" "${limit[@]}" -max_len=65536 -print_final_stats=1 \
        "$corpus/$name" >target/jazzer-"$name".txt 2>&1 || code=$?
    local done
    done=$(sed -n 's/^stat::number_of_executed_units: *//p' target/jazzer-"$name".txt)
    if ((code == 0)); then
        jvm org.inkseal.fuzz.Replay "$constant" "$corpus/$name" >>target/jazzer-"$name".txt 2>&1 || code=$?
    fi
    say "jazzer $name seed $seed executions ${done:-unknown} $( ((code)) && echo "FAILED, see target/jazzer-$name.txt" || echo ok)"
    return "$code"
}

mkdir -p target
case ${1:-} in
    jazzer)
        build
        seed=${4:-$((RANDOM * 32768 + RANDOM + 1))}
        if [[ ${2:-all} != all ]]; then
            target "$2" "${3:-60s}" "$seed"
        else
            failed=0
            for name in $(sed -n 's/^    void \([A-Za-z]*\)(byte.*/\1/p' src/test/java/org/inkseal/fuzz/ParserFuzzTest.java); do
                target "$name" "${3:-60s}" "$seed" || failed=1
            done
            exit "$failed"
        fi
        ;;
    mutants)
        build
        say "$(jvm org.inkseal.fuzz.MutantRun "${2:-100000}" "${3:-1}")"
        ;;
    flips)
        build
        say "$(jvm org.inkseal.fuzz.FlipMap ../docs/flip-map.md "${2:-.}")"
        ;;
    growth)
        build
        jvm org.inkseal.fuzz.GrowthRun
        ;;
    *)
        sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac
