# What the scripts in this folder share; sourced, not run.
# shellcheck shell=bash
set -euo pipefail
trap 'printf "%s stopped at line %s: the command above it failed.\n" "${BASH_SOURCE[0]}" "$LINENO" >&2' ERR

# A closed standard stream is the empty device: its number would else go to a file or socket of the program.
[[ -e /proc/self/fd/0 ]] || exec </dev/null
[[ -e /proc/self/fd/1 ]] || exec >/dev/null
[[ -e /proc/self/fd/2 ]] || exec 2>/dev/null

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
host=$root/src/BotKb.Host/bin/Release/net10.0/BotKb.Host.dll
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# The same folder that BotKb keeps its state in (src/BotKb.Host/StateFolder.cs).
state_folder() {
  if [[ -n ${State__Folder:-} ]]; then
    printf '%s\n' "$State__Folder"
  elif [[ $(id -u) == 0 ]]; then
    printf '%s\n' /var/lib/botkb
  else
    printf '%s\n' "${XDG_STATE_HOME:-${HOME:?The variable HOME is not set.}/.local/state}/botkb"
  fi
}

require_dotnet() {
  command -v dotnet >/dev/null || fail "BotKb needs the .NET 10 SDK; install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) ||
    fail "BotKb needs the .NET 10 SDK, found only: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd, -); install it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

# One build at a time in one checkout; $1 is a project or solution, the rest goes to dotnet build. The compiler stays alive afterwards, without the lock.
build() {
  local log lock
  log=$(mktemp)
  mkdir -p "$root/src/BotKb.Host/obj"
  exec {lock}>"$root/src/BotKb.Host/obj/build.lock"
  flock "$lock"
  if ! (cd "$root" && dotnet build "$1" -c Release -p:RestoreLockedMode=true -v quiet --nologo "${@:2}") >"$log" 2>&1 {lock}>&-; then
    cat "$log" >&2
    rm -f "$log"
    fail "The build failed; the messages above say why."
  fi
  rm -f "$log"
  exec {lock}>&-
}

# Builds the program when a source file is newer than the last build.
build_host() {
  local stamp=$root/src/BotKb.Host/obj/built
  if [[ -f $stamp && -f $host ]]; then
    local newer
    newer=$(find "$root"/src "$root"/Directory.*.props "$root"/global.json \( -name bin -o -name obj \) -prune -o -newer "$stamp" -print -quit)
    [[ -n $newer ]] || return 0
  fi
  require_dotnet
  say "Building BotKb ..."
  local began
  began=$(mktemp)
  build src/BotKb.Host -p:RunAnalyzers=false
  mv "$began" "$stamp"
}
