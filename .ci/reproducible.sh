#!/usr/bin/env bash
# Builds twice from the same commit, in folders of different names and with another time zone, locale and number of threads,
# and compares what would be published byte for byte. Both under umask 022, which Maven's jars take the modes of their
# entries from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# build FOLDER MAVEN_OPTION...
build() {
    local folder=$scratch/$1
    shift
    mkdir -p "$folder"
    git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$folder"
    (cd "$folder" && mvn -B -q "$@" -DskipTests -Dspotless.check.skip package)
}

digests() {
    (cd "$scratch/$1" && find core cli test-vectors -path '*/target/*' \
        \( -name '*.jar' -o -name 'bom.json' -o -name 'bom.xml' \) -not -name 'original-*' -print0 | sort -z | xargs -0 sha256sum)
}

umask 022
LC_ALL=C.UTF-8 TZ=UTC build one
LC_ALL=C TZ=Pacific/Chatham LANG=tr_TR.UTF-8 MAVEN_OPTS="-Duser.language=tr -Duser.country=TR" \
    build "another folder/of a longer name" -T 2
digests one >"$scratch/first"
digests "another folder/of a longer name" >"$scratch/second"
if ! diff "$scratch/first" "$scratch/second"; then
    echo "reproducible: the builds differ"
    exit 1
fi
echo "reproducible: $(wc -l <"$scratch/first") files are the same in both builds"
