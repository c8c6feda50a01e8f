#!/bin/bash
# Deskside beside what a support desk could run instead: whole processes, medians of CPU time and
# peak memory, taking turns in one run on one processor.
#
#   tests/bench/compare.sh [FOLDER]     FOLDER holds one.txt (a short reply) and eml/*.eml;
#                                       $DESKSIDE_DATA/bench where none is given
#
# Installs the peers (hunspell, aspell, codespell from Debian; write-good, alex, retext, cspell,
# harper.js from npm, into the cache folder). Takes about ten minutes, most of it the peers' own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
# shellcheck source=src/packaging/needs.sh
. src/packaging/needs.sh

folder=${1:-${DESKSIDE_DATA:-}/bench}
if [ ! -f "$folder/one.txt" ] || [ ! -d "$folder/eml" ]; then
  echo "usage: tests/bench/compare.sh FOLDER   (with one.txt and eml/*.eml in it)" >&2
  exit 2
fi
folder=$(cd "$folder" && pwd)
# shellcheck disable=SC2154 # of needs.sh
need "${build_packages[@]}" hunspell aspell aspell-en codespell
command -v npm >/dev/null || need nodejs npm

cmake --preset release -DDESKSIDE_BENCH=ON >/dev/null
cmake --build --preset release --target deskside_cli measure >&2
deskside=$(find "$PWD/build/release" -name deskside -type f -perm -u+x)

peers=${XDG_CACHE_HOME:-$HOME/.cache}/deskside-bench
mkdir -p "$peers"
cp "$here"/peers/* "$peers/"
(cd "$peers" && npm install --silent --no-fund --no-audit >&2)
bin=$peers/node_modules/.bin

# Nobody's own settings or words take part.
HOME=$(mktemp -d)
export HOME XDG_CONFIG_HOME=$HOME LC_ALL=C.UTF-8
cat "$folder"/eml/*.eml >"$HOME/all.txt"
trap 'rm -rf "$HOME"' EXIT

echo "$(date -u +%F), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg)"

# table FILES STDIN SLOW-RUNS FAST-RUNS FORMAT
table() {
  local files=$1 input=$2 slow=$3 fast=$4 format=$5
  {
    printf 'deskside check\t%s\t-\t%s check %s %s\n' "$fast" "$deskside" "$format" "$files"
    printf 'aspell list\t%s\t%s\taspell list --lang=en_US\n' "$fast" "$input"
    printf 'hunspell -l\t%s\t-\thunspell -d en_US -l %s\n' "$fast" "$files"
    printf 'codespell\t%s\t-\tcodespell %s\n' "$fast" "$files"
    printf 'write-good\t%s\t-\t%s/write-good %s\n' "$slow" "$bin" "$files"
    printf 'retext, 5 plugins\t%s\t-\tnode %s/retext.mjs %s\n' "$slow" "$peers" "$files"
    printf 'alex\t%s\t-\t%s/alex --text %s\n' "$slow" "$bin" "$files"
    printf 'cspell\t%s\t-\t%s/cspell lint --no-progress --root %s %s\n' "$slow" "$bin" "$folder" "$files"
    printf 'harper.js\t%s\t-\tnode %s/harper.mjs %s\n' "$slow" "$peers" "$files"
  } >"$HOME/jobs"
  "$(dirname "$deskside")/../../tests/bench/measure" "$HOME/jobs"
}

printf '\nOne reply of %s words\n\n' "$(wc -w <"$folder/one.txt")"
table "$folder/one.txt" "$folder/one.txt" 5 21 --text
printf '\n%s mails, %s bytes\n\n' "$(find "$folder/eml" -name '*.eml' | wc -l)" "$(wc -c <"$HOME/all.txt")"
table "$folder/eml/*.eml" "$HOME/all.txt" 3 11 --format=jsonl
