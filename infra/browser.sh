#!/usr/bin/env bash
# Gets what the tests in a real browser need on Debian and Ubuntu: Chromium, a font with Chinese characters, and axe-core, which
# finds what keeps people from using a page. What is there is used as it is; axe-core goes to the state folder.
# Prints where they are, as BOTKB_TEST_BROWSER=... and BOTKB_TEST_AXE=...; each of the two that is set already is left alone.
# shellcheck source=infra/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
# shellcheck source=infra/packages.sh
source "$root/infra/packages.sh"
umask 022

axe_version=4.14.1
tools=$(state_folder)/tests
other_ways="or set BOTKB_TEST_BROWSER to a Chromium or Chrome of yours and BOTKB_TEST_AXE to the axe.min.js of axe-core $axe_version"

# A launcher without its program counts as missing.
find_browser() {
  local name path
  for name in chromium google-chrome google-chrome-stable chromium-browser; do
    path=$(command -v "$name") && timeout 60 "$path" --version >/dev/null 2>&1 && printf '%s\n' "$path" && return 0
  done
  return 1
}

has_chinese_font() {
  if command -v fc-list >/dev/null; then
    [[ -n $(fc-list ':lang=zh-cn' file) ]]
  else
    [[ -n $(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" -iname '*CJK*' -print -quit 2>/dev/null) ]]
  fi
}

list_missing() {
  missing=()
  [[ -n ${BOTKB_TEST_BROWSER:-} ]] || find_browser >/dev/null || missing+=(chromium)
  has_chinese_font || missing+=(fonts-noto-cjk)
  [[ -f $axe ]] || { command -v npm && command -v node; } >/dev/null || missing+=(nodejs npm)
}

install_missing() {
  # shellcheck source=/dev/null
  source /etc/os-release
  command -v apt-get >/dev/null || fail "Missing: ${missing[*]}; on ${PRETTY_NAME:-this system} install them yourself, $other_ways."
  if [[ " ${missing[*]} " == *' chromium '* && $ID == ubuntu ]]; then
    fail "Ubuntu has Chromium as a snap only (its package is a stub): run 'snap install chromium' or install Google Chrome and run this again, $other_ways."
  fi
  fetch_package_lists "${missing[0]}"
  install_packages "${missing[@]}"
}

fetch_axe() {
  say "Downloading axe-core $axe_version ..."
  (cd "$work" && npm pack --silent --cache "$work/npm" "axe-core@$axe_version") >"$work/npm.log" 2>&1 {lock}>&- ||
    fail "axe-core $axe_version could not be downloaded ($(tail -n 1 "$work/npm.log")); look at the network and npm's registry, $other_ways."
  tar -xzf "$work/axe-core-$axe_version.tgz" -C "$work" package/axe.min.js package/LICENSE
  mkdir -p "$(dirname "$axe")"
  mv "$work/package/LICENSE" "$(dirname "$axe")/"
  mv "$work/package/axe.min.js" "$axe.new"
  mv "$axe.new" "$axe"
}

print_paths() {
  printf 'BOTKB_TEST_BROWSER=%s\n' "${BOTKB_TEST_BROWSER:-$(find_browser)}"
  printf 'BOTKB_TEST_AXE=%s\n' "$axe"
}

axe=${BOTKB_TEST_AXE:-$tools/axe-core-$axe_version/axe.min.js}
list_missing
if ((${#missing[@]} > 0)) || [[ ! -f $axe ]]; then
  [[ -z ${BOTKB_TEST_AXE:-} || -f $axe ]] || fail "BOTKB_TEST_AXE is $axe, and there is no such file."
  make_folder 711 "$(state_folder)"
  make_folder 755 "$tools"
  exec {lock}>"$tools.lock"
  flock "$lock"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  list_missing
  ((${#missing[@]} == 0)) || install_missing
  [[ -f $axe ]] || fetch_axe
fi
print_paths
