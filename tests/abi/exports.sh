#!/bin/bash
# exports.sh LIBRARY EXPORTS HEADER: what the shared library exports, what exports.txt lists and
# what the header declares are one and the same.
set -euo pipefail
export LC_ALL=C
library=$1 exports=$2 header=$3

declared=$(sed -e ':a;N;$!ba;s@/\*[^*]*\*\+\([^/*][^*]*\*\+\)*/@@g' "$header" |
  tr '\n' ' ' | grep -oE 'DESKSIDE_API [^;]*;' | grep -oE 'deskside_[a-z0-9_]+ ?\(' |
  tr -d ' (' | sort)
# The version node itself is an absolute symbol.
exported=$(nm -D --defined-only --format=posix "$library" |
  awk '$2 != "A" {sub(/@.*/, "", $1); print $1}' | sort)

diff -u --label "declared in deskside.h" --label "exported" \
  <(echo "$declared") <(echo "$exported")
diff -u --label "listed in exports.txt" --label "exported" "$exports" <(echo "$exported")
echo "$(echo "$exported" | wc -l) functions, declared, listed and exported"
