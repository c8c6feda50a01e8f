#!/bin/bash
# Counts the instructions of three fixed workloads, which repeat where times do not, and prints the
# change against the figures kept in instructions.tsv.
#
#   tests/bench/instructions.sh           prints the change
#   tests/bench/instructions.sh --keep    and keeps the new figures
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
# shellcheck source=src/packaging/needs.sh
. src/packaging/needs.sh
# shellcheck disable=SC2154 # of needs.sh
need "${build_packages[@]}" valgrind

cmake --preset release >/dev/null
cmake --build --preset release --target deskside_cli >&2
deskside=$PWD/build/release/src/cli/deskside

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Nobody's own settings or words take part.
export HOME=$work XDG_CONFIG_HOME=$work XDG_CACHE_HOME=$work LC_ALL=C.UTF-8
for copy in 01 02 03 04 05 06 07 08 09 10; do
  for mail in examples/messages/*.eml; do cp "$mail" "$work/$copy-$(basename "$mail")"; done
done

# count COMMAND…: instructions of the whole process
count() {
  local log=$work/callgrind.log
  valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$log" "$@" >/dev/null || true
  sed -n 's/.*Collected : //p' "$log"
}

one=$(count "$deskside" check examples/messages/3-reproach.eml)
many=$(count "$deskside" check --format=jsonl "$work"/*.eml)
suggest=$(count "$deskside" suggest recieve seperately definately printre conection pasword \
  maintainance accomodate refered shedule updtae wierd)

kept=$here/instructions.tsv
printf '%-10s %15s %15s %8s\n' workload kept now change
for row in "one-mail $one" "many-mails $many" "suggest $suggest"; do
  name=${row% *} now=${row#* }
  before=$(awk -v name="$name" '$1 == name {print $2}' "$kept" 2>/dev/null || true)
  awk -v name="$name" -v before="$before" -v now="$now" 'BEGIN {
    if (before == "") printf "%-10s %15s %15d\n", name, "-", now
    else printf "%-10s %15d %15d %+7.1f%%\n", name, before, now, 100 * (now - before) / before }'
done
if [ "${1:-}" = --keep ]; then
  printf 'one-mail\t%s\nmany-mails\t%s\nsuggest\t%s\n' "$one" "$many" "$suggest" >"$kept"
fi
