#!/bin/bash
# test_newer.sh TEST: runs it with every Python newer than the system's that is here.
set -euo pipefail
found=0
for minor in 12 13 14; do
  for python in "python3.$minor" "$HOME/.pyenv/versions/3.$minor".*/bin/python3; do
    # What is on PATH may be a stub that only says that it is not there.
    "$python" -c pass 2>/dev/null || continue
    "$python" --version
    "$python" "$1"
    found=1
    break
  done
done
[ $found = 1 ] || { echo "SKIPPED: no Python newer than $(python3 --version) is here" && exit 77; }
