#!/usr/bin/env bash
# Gets what the tests need, builds and runs all of them; the last line is 'N passed, N failed'.
# infra/test.sh FILTER runs the test classes whose full name contains FILTER.
# With BOTKB_SCREENSHOTS (a folder) the tests in the browser write pictures of the pages there.
# With BOTKB_TEST_POSTGRES (a connection string whose role may create databases) the tests of queries use that server.
# shellcheck source=infra/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

filter=()
[[ -z ${1:-} ]] || filter=(-class "*$1*")
projects=(BotKb.Tests BotKb.PostgresTests BotKb.EndToEndTests)

# All that a test leaves behind lies in one folder, also the servers of a test run that was killed.
work=$(mktemp -d)
chmod 755 "$work"
clean_up() {
  local file pid
  while read -r file; do
    pid=$(head -n 1 "$file" || true)
    grep -qs "$work" "/proc/$pid/cmdline" && kill -INT "$pid" && tail --pid="$pid" -f /dev/null
  done < <(find "$work" -name postmaster.pid 2>/dev/null)
  rm -rf "$work"
}
trap 'clean_up || true' EXIT
trap 'exit 130' INT TERM

require_dotnet
"$root/infra/postgres.sh"
# What cannot be had fails the tests that need it, each with its sentence; all others run.
tools=$("$root/infra/browser.sh") || tools=
while IFS='=' read -r name value; do
  [[ -z $name ]] || export "$name=$value"
done <<<"$tools"
say "Building ..."
if ! (build BotKb.sln); then
  echo "0 passed, 1 failed"
  exit 1
fi

passed=0
failed=0
for project in "${projects[@]}"; do
  say "Running $project ..."
  log=$work/$project.log
  code=0
  # Started in the background of a script, Ctrl-C would mean nothing to the programs under test.
  TMPDIR=$work env --default-signal=INT dotnet "$root/tests/$project/bin/Release/net10.0/$project.dll" -noLogo -noColor "${filter[@]}" </dev/null 2>&1 |
    tee "$log" | grep -vE '^  (Discover|Start|Finish)' || code=${PIPESTATUS[0]}
  # The runner's summary: Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.2s; without tests the total alone.
  read -r total bad idle errors < <(sed -n "s/^ *$project  Total: //p" "$log" | tail -n 1 |
    awk -F'[:, ]+' '{ print $1 + 0, $5 + 0, $7 + $10, $3 + 0 }') || total=0 bad=0 idle=0 errors=0
  if ((bad + errors == 0)) && { ((code != 0)) || ((total == 0 && ${#filter[@]} == 0)); }; then
    say "$project gave no result (exit code $code)."
    errors=1
  fi
  passed=$((passed + total - bad - idle))
  failed=$((failed + bad + errors))
done

clean_up || true
echo "$passed passed, $failed failed"
exit $((failed > 0))
