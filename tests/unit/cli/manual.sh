#!/bin/bash
# manual.sh DESKSIDE PAGE: the page names every command and option the program has.
set -euo pipefail
deskside=$1 page=$(sed 's/\\-/-/g' "$2")
missing=0
for command in $("$deskside" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  for word in "$command" $("$deskside" "$command" --help | sed -n 's/^  \(-[-a-zA-Z]*\).*/\1/p'); do
    grep -qF -- "$word" <<<"$page" || { echo "missing: $command $word" && missing=1; }
  done
done
exit $missing
