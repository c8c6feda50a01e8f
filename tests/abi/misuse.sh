#!/bin/bash
# misuse.sh COMPILER STANDARD INCLUDE FILE: case 0 compiles, every other case does not.
set -euo pipefail
compiler=$1 standard=$2 include=$3 file=$4

compiles() { "$compiler" "-std=$standard" -fsyntax-only "-DCASE=$1" -I "$include" "$file" 2>/dev/null; }

compiles 0 || { echo "the right uses do not compile" && exit 1; }
cases=$(grep -c '^#elif CASE' "$file")
for ((at = 1; at <= cases; at++)); do
  ! compiles "$at" || { echo "case $at compiles, and would dangle" && exit 1; }
done
echo "$cases dangling uses refused"
