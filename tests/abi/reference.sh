#!/bin/bash
# reference.sh SOURCE: Doxygen reads both headers without a warning and finds their prose.
set -euo pipefail
command -v doxygen >/dev/null || { echo "skipped: there is no doxygen" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$1"
(cat src/packaging/Doxyfile && echo "OUTPUT_DIRECTORY = $work") | doxygen -
grep -q "Look a mail over" "$work/html/deskside_8h.html"
grep -rq "The findings worth showing first" "$work/html"
