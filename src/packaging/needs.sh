# shellcheck shell=bash
# Sourced by examples/quickstart.sh and tests/run.sh: installs the Debian packages that are missing.

# shellcheck disable=SC2034 # for who sources this
build_packages=(
  cmake ninja-build g++ pkg-config libhunspell-dev libpcre2-dev libstemmer-dev libtomlplusplus-dev
  libsqlite3-dev
  hunspell-en-us hunspell-en-gb scowl
)

# need PACKAGE…: asks first on a terminal, else just does it; says what to do where it cannot.
need() {
  local missing=() package sudo=() answer
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Please install what Debian calls ${missing[*]}, then run this again." >&2
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Please run as root: apt-get install ${missing[*]}" >&2
      return 1
    fi
    sudo=(sudo)
  fi
  if [ -t 0 ] && [ -t 1 ]; then
    read -r -p "Install ${missing[*]} with apt? [Y/n] " answer
    case $answer in [nN]*) echo "Nothing was installed." >&2 && return 1 ;; esac
  fi
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
