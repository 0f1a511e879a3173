#!/usr/bin/env bash
# Shows that nothing leaves the machine unless it is asked for: watches the system calls of commands that need no network,
# and runs them where there is none. Needs strace, and the right to make a network namespace for the second part.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
top=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export INKSEAL_HOME=$scratch/home
cd "$scratch"
cp "$top/test-vectors/images/painting.png" painting.png
cp "$top/test-vectors/src/main/resources/vectors/honest/signed-es256.jpg" signed.jpg
"$top/inkseal" --version >/dev/null

commands=(
    "check signed.jpg"
    "check --json signed.jpg painting.png"
    "check --html page.html --force signed.jpg painting.png"
    "show signed.jpg"
    "sign painting.png -o signed.png --force"
    "label painting.png --model Example:1 --provider Example -o labelled.png --force"
    "strip signed.jpg -o stripped.jpg --force"
)

# The JVM's own network library asks the kernel once which protocols there are: it opens a socket of each and closes it.
# What must not be there is anything that such a socket is good for.
watch() {
    local log=$scratch/calls used sockets ended=0
    # shellcheck disable=SC2086
    strace -f -qq -e trace=%network -o "$log" "$top/inkseal" $1 >"$scratch/out" 2>&1 || ended=$?
    if ((ended)); then
        printf 'inkseal %s: exit code %s\n' "$1" "$ended"
        cat "$scratch/out"
        return 1
    fi
    used=$(grep -E '(connect|bind|listen|accept4?|send(to|msg|mmsg)|recv(from|msg|mmsg))\(' "$log" |
        grep -vE 'AF_UNIX|AF_NETLINK' || true)
    sockets=$(grep -cE 'socket\(AF_INET' "$log" || true)
    if [[ -n $used ]]; then
        printf 'inkseal %s: reaches for the network:\n%s\n' "$1" "$used"
        return 1
    fi
    if ((sockets > 3)); then
        printf 'inkseal %s: %s internet sockets, where the start of the JVM accounts for 3\n' "$1" "$sockets"
        return 1
    fi
    echo "inkseal $1: no connection, no datagram, no name looked up ($sockets sockets opened and closed by the JVM's start)"
}

code=0
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
    for command in "${commands[@]}"; do watch "$command" || code=1; done
else
    echo "system calls not watched: no strace"
fi

if unshare -n true 2>/dev/null; then
    for command in "${commands[@]}"; do
        # shellcheck disable=SC2086
        "$top/inkseal" $command >"$scratch/with" 2>&1 && with=0 || with=$?
        # shellcheck disable=SC2086
        unshare -n "$top/inkseal" $command >"$scratch/without" 2>&1 && without=0 || without=$?
        if ((with != without)); then
            echo "inkseal $command: exit code $with with a network, $without without one"
            code=1
        fi
    done
    echo "without a network: ${#commands[@]} commands end as they do with one"
else
    echo "not run without a network: no right to make a network namespace"
fi
exit "$code"
