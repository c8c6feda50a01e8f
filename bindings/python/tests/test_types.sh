#!/bin/bash
# test_types.sh PACKAGE: the package and its tests are typed without a gap.
set -euo pipefail
cd "$1"
if ! command -v mypy >/dev/null; then
  echo "SKIPPED: mypy is not installed (apt-get install mypy)"
  exit 77
fi
exec mypy --strict --cache-dir=/dev/null src tests/test_abi.py tests/test_deskside.py
