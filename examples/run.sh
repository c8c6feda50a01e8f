#!/bin/bash
# run.sh COMMAND…: an example program finds what is to be found, and nothing in a clean text.
set -euo pipefail
status=0
out=$("$@") || status=$?
echo "$out"
[ $status = 1 ]
grep -q '^tone-as-i-said: ' <<<"$out"
"$@" "Hi Tom, the cable has arrived and I have put it on your desk."
