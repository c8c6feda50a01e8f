#!/bin/bash
# baseline.sh LIBRARY HEADER BASELINE [--update]: the library's ABI is that of the baseline.
# A break needs a new SOVERSION and a conversation first; an addition is written down with --update
# and named in CHANGELOG.md, in one commit with the header.
set -euo pipefail
library=$1 header=$2 baseline=$3
command -v abidw >/dev/null || { echo "skipped: there is no abidw (abigail-tools)" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
abidw --header-file "$header" --drop-private-types --exported-interfaces-only --no-corpus-path \
  --no-comp-dir-path --no-show-locs --no-elf-needed --no-parameter-names "$library" >"$work/now.abi"
if [ "${4-}" = --update ]; then
  cp "$work/now.abi" "$baseline"
  exit
fi
abidiff "$baseline" "$work/now.abi" ||
  { echo "Where this was meant: $0 $library $header $baseline --update" && exit 1; }
