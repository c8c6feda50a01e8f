#!/bin/bash
# count.sh BUILD PREFIX PROGRAM: ctest runs as many tests of PREFIX as doctest knows. A semicolon
# in a name would split it into tests that run nothing and pass.
set -euo pipefail
build=$1 prefix=$2 program=$3
known=$("$program" --count --no-version=true --no-colors=true | grep -oE '[0-9]+ *$' | tr -d ' ' | tail -1)
run=$(ctest --test-dir "$build" -N -R "^$prefix:" | sed -n 's/^Total Tests: //p')
echo "doctest knows $known, ctest runs $run"
[ "$known" = "$run" ]
