#!/usr/bin/env bash
# From a folder of documents to answers: infra/run.sh [FOLDER]. Without a folder it takes the handbook in infra/samples.
# With ConnectionStrings__BotKb set, that PostgreSQL (with pgvector) is used and none is set up here.
# shellcheck source=infra/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

if (($# > 1)) || [[ ${1:-} == -* ]]; then
  say "Usage: infra/run.sh [FOLDER]"
  exit 2
fi
folder=${1:-$root/infra/samples}
example=()
(($#)) || example=(--example "How many days of annual leave can I carry over?")
[[ -d $folder ]] || fail "There is no folder '$folder'; name one that holds documents."
require_dotnet
[[ -n ${ConnectionStrings__BotKb:-} ]] || "$root/infra/postgres.sh"
build_host
exec dotnet "$host" quickstart "$(cd "$folder" && pwd)" "${example[@]}"
