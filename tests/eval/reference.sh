#!/bin/bash
# No loss: the findings of a build with every shortcut switched off (-DDESKSIDE_REFERENCE=ON) against
# those of the usual one, over $DESKSIDE_DATA's real-mail, support and bench. Prints what differs, a
# line a set; exits 1 if anything does. Takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${DESKSIDE_DATA:-}
if [ ! -d "$data/real-mail" ]; then
  echo "skipped: DESKSIDE_DATA names no folder with the data"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for kind in usual reference; do
  flag=OFF
  [ $kind = usual ] || flag=ON
  cmake -S . -B "build/$kind" -G Ninja -DCMAKE_BUILD_TYPE=Release -DDESKSIDE_REFERENCE=$flag \
    -DBUILD_TESTING=OFF >/dev/null
  cmake --build "build/$kind" --target deskside_cli >&2
done

python3 - "$data/support" "$work" <<'PYTHON'
import csv, pathlib, sys
csv.field_size_limit(1 << 30)
for source, column in (("sumo", "reply_text"), ("playstore", "reply"), ("twitter", "agent_reply")):
    folder = pathlib.Path(sys.argv[2], source)
    folder.mkdir()
    with open(pathlib.Path(sys.argv[1], source + ".csv"), encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            (folder / f"{number:05}.txt").write_text(row[column], encoding="utf-8")
PYTHON

# Nobody's own settings or words take part.
home=$work/home
mkdir "$home"
differ=0
compare() {
  local name=$1 kind
  shift
  for kind in usual reference; do
    find "$@" | sort | tr '\n' '\0' |
      HOME=$home XDG_CONFIG_HOME=$home xargs -0 "build/$kind/src/cli/deskside" check --format=jsonl \
        --now 2026-01-05T09:00:00Z >"$work/$kind" || true
  done
  local lines different
  lines=$(wc -l <"$work/usual")
  different=$(diff "$work/usual" "$work/reference" | grep -c '^<' || true)
  echo "$name: $different of $lines mails differ"
  if [ "$different" != 0 ] || [ "$lines" != "$(wc -l <"$work/reference")" ] || [ "$lines" = 0 ]; then
    differ=1
    diff "$work/usual" "$work/reference" | cut -c1-400 | head -4
  fi
}
compare "real mail, files" "$data/real-mail" -name '*.eml'
compare "real mail, mbox" "$data/real-mail" -name '*.mbox'
compare "bench" "$data/bench/eml" -name '*.eml'
for source in sumo playstore twitter; do compare "support, $source" "$work/$source" -name '*.txt'; done
exit $differ
