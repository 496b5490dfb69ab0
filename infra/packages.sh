# How the scripts in this folder get packages of Debian and Ubuntu; sourced after environment.sh, not run.
# The script that sources it sets work (a folder of its own, removed at its end), lock (the number of the lock that it holds)
# and other_ways (what to do where a package cannot be had: the end of a sentence).
# shellcheck shell=bash disable=SC2154

make_folder() {
  [[ -d $2 && -w $2 ]] || { mkdir -p "$2" && chmod "$1" "$2"; } 2>/dev/null ||
    fail "The folder $2 cannot be written; run this as its owner or set State__Folder to a folder of yours."
}

apt_quiet() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" "$@" >"$work/apt.log" 2>&1
}

# The package lists go to a folder of their own: the system's may be missing, old or not ours to change. $1 is a package that they have to hold.
fetch_package_lists() {
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
  apt_quiet update || true
  apt_cache show "$1" >/dev/null 2>&1 ||
    fail "The package lists could not be fetched ($(tail -n 1 "$work/apt.log")); look at the network and the system's package sources, $other_ways."
}

apt_cache() { apt-cache -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" "$@"; }

install_packages() {
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && [[ ! -t 0 ]]; }; then
      fail "Missing: $*. Run 'apt-get update && apt-get install --no-install-recommends $*' as root and run this again, $other_ways."
    fi
    as_root=(sudo)
  fi
  say "Installing $* ..."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
    -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@" >"$work/apt.log" 2>&1 {lock}>&- ||
    fail "Installing $* failed ($(tail -n 1 "$work/apt.log")); install them yourself and run this again, $other_ways."
}
