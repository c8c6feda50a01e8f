#!/bin/bash
# Installs what is missing, builds, and runs the tests.
#   tests/run.sh        core: unit, api, rules, corpus, fuzz replay; once plainly, once under
#                       AddressSanitizer and UndefinedBehaviorSanitizer
#   tests/run.sh all    everything, bindings and packages too, once plainly
set -euo pipefail
cd "$(dirname "$0")/.."
. src/packaging/needs.sh

scope=${1:-core}
case $scope in
core | all) ;;
*) echo "usage: tests/run.sh [core|all]" >&2 && exit 2 ;;
esac

test_packages=(doctest-dev nlohmann-json3-dev libgmime-3.0-dev shellcheck clang python3)
all_packages=(abigail-tools doxygen dpkg-dev fakeroot file lintian man-db mypy patchelf python3-venv)
client_packages=(aerc claws-mail cron dbus libclaws-mail-dev libgnutls28-dev libgtk-3-dev openbox xdotool xvfb
  elpa-notmuch emacs-nox msmtp mu4e mutt neomutt neovim notmuch s-nail tmux vim)
need "${build_packages[@]}" "${test_packages[@]}"
# These only widen what is tested: a test whose tool is not there says that it is skipped.
[ "$scope" = core ] || need "${all_packages[@]}" "${client_packages[@]}" || true

launcher=()
if command -v ccache >/dev/null; then
  launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
wider=()
[ "$scope" = core ] || wider=(-DDESKSIDE_TEST_BINDINGS=ON)
jobs=$(nproc)

# run PRESET [ctest option…]
run() {
  local preset=$1
  shift
  echo "== $preset"
  cmake --preset "$preset" "${launcher[@]}" "${wider[@]}" >/dev/null
  cmake --build --preset "$preset" -j "$jobs"
  ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --no-tests=error "$@"
}

# Tests labelled "slow" need more than the core: bindings, packages, real clients.
if [ "$scope" = all ]; then
  run dev
else
  run dev -LE '^slow$'
  run asan -LE '^slow$'
fi
