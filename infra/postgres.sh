#!/usr/bin/env bash
# Makes a PostgreSQL server with pgvector available to BotKb on Debian and Ubuntu.
#
# A server that is installed together with pgvector is used as it is. Else a private copy is made in the state folder,
# from the installed server or from the system's own packages, and pgvector is added: the package where the system has
# one, else built from the source package. Installed servers are never changed. Root or sudo is asked for only when
# libraries or the compiler are missing. To move to a newer release, remove the folder that it names and run it again.
# shellcheck source=infra/environment.sh
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
# shellcheck source=infra/packages.sh
source "$root/infra/packages.sh"
umask 022

servers=$(state_folder)/postgres/server
other_ways="or set ConnectionStrings__BotKb to a PostgreSQL server that has pgvector"

has_installed_server() {
  local control major
  for control in /usr/share/postgresql/*/extension/vector.control; do
    major=$(basename "$(dirname "$(dirname "$control")")")
    [[ -f $control && -x /usr/lib/postgresql/$major/bin/postgres ]] && return 0
  done
  command -v pg_config >/dev/null && [[ -x $(pg_config --bindir)/postgres && -f $(pg_config --sharedir)/extension/vector.control ]]
}

installed_major() {
  local postgres
  for postgres in /usr/lib/postgresql/*/bin/postgres; do
    if [[ -x $postgres ]]; then basename "${postgres%/bin/postgres}"; fi
  done | sort -n | tail -n 1
}

# A copy of another release of the system does not start: it counts as missing.
has_private_server() {
  local control bin
  for control in "$servers"/*-"$(uname -m)"/usr/share/postgresql/*/extension/vector.control; do
    [[ -f $control ]] || continue
    bin=${control%/usr/share/*}/usr/lib/postgresql/$(basename "$(dirname "$(dirname "$control")")")/bin
    "$bin/postgres" -V >/dev/null 2>&1 && return 0
  done
  return 1
}

download() {
  (cd "$work" && apt_quiet download "$@") ||
    fail "The package $1 could not be downloaded ($(tail -n 1 "$work/apt.log")); try again later, $other_ways."
}

copy_installed_server() {
  local lib=usr/lib/postgresql/$major share=usr/share/postgresql/$major
  say "Copying the installed PostgreSQL $major to $servers ..."
  mkdir -p "$tree/$lib" "$tree/$share"
  cp -RL "/$lib/bin" "/$lib/lib" "$tree/$lib/"
  cp -RL "/$share/." "$tree/$share/"
}

download_server() {
  say "Downloading PostgreSQL $major ..."
  download "postgresql-$major" "postgresql-client-$major" libpq5
  local package
  for package in "$work"/postgresql-"$major"_*.deb "$work"/postgresql-client-"$major"_*.deb "$work"/libpq5_*.deb; do
    dpkg -x "$package" "$tree"
  done
  mv "$tree"/usr/lib/*/libpq.so.5* "$tree/usr/lib/postgresql/$major/lib/"
}

drop_what_is_not_needed() {
  rm -rf "${tree:?}/etc" "$tree/usr/share/doc" "$tree/usr/share/locale" "$tree/usr/share/lintian" "$tree/usr/share/postgresql/$major/man" \
    "$tree/usr/lib/postgresql/$major/lib/bitcode" "$tree/usr/lib/postgresql/$major/lib"/llvmjit*
}

# The libraries that the packages ask for, without LLVM: the just-in-time compiler is off.
install_libraries() {
  [[ -d /usr/share/zoneinfo ]] || install_packages tzdata
  local linked package libraries missing=()
  linked=$(LD_LIBRARY_PATH=$tree/usr/lib/postgresql/$major/lib ldd "$tree/usr/lib/postgresql/$major/bin"/{postgres,initdb})
  [[ $linked == *'not found'* ]] || return 0
  libraries=$(for package in "$work"/*.deb; do dpkg-deb -f "$package" Depends | tr ',' '\n'; done |
    awk '$1 ~ /^lib/ && $1 !~ /^lib(llvm|pq5)/ { print $1 }' | sort -u | tr '\n' ' ')
  for package in $libraries; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  install_packages "${missing[@]}"
}

add_extension() {
  if apt_cache show "postgresql-$major-pgvector" >/dev/null 2>&1; then
    say "Adding the package postgresql-$major-pgvector ..."
    download "postgresql-$major-pgvector"
    dpkg -x "$work"/postgresql-"$major"-pgvector_*.deb "$tree"
    drop_what_is_not_needed
  else
    build_extension
  fi
}

# Writes to $work/src.list where newer releases of this system keep their source packages: the same address, another suite.
list_newer_sources() {
  local suites component uri suite signed_by=/usr/share/keyrings/debian-archive-keyring.gpg
  case $ID in
    debian) suites="sid trixie" component=main ;;
    ubuntu) suites="resolute noble" component=universe signed_by=/usr/share/keyrings/ubuntu-archive-keyring.gpg ;;
    *) fail "There is no pgvector package for $PRETTY_NAME: install pgvector for PostgreSQL $major yourself, $other_ways." ;;
  esac
  # shellcheck disable=SC2016 # apt's own fields
  for uri in $(apt-get -o Dir::State::lists="$work/lists" indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v codename="$VERSION_CODENAME" '$2 == codename && $3 == "main" { print $1 }' | sort -u); do
    for suite in $suites; do
      printf 'deb-src [signed-by=%s] %s %s %s\n' "$signed_by" "$uri" "$suite" "$component"
    done
  done >"$work/src.list"
}

# Newer sources are listed before they can be downloaded everywhere: the newest that can be is taken.
download_extension_source() {
  list_newer_sources
  mkdir -p "$work/source/lists/partial" "$work/source/cache"
  local options=(-o Dir::Etc::sourcelist="$work/src.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$work/source/lists" -o Dir::Cache="$work/source/cache")
  apt-get -qq -o APT::Sandbox::User=root "${options[@]}" update >"$work/apt.log" 2>&1 || true
  local version
  for version in $(apt-cache "${options[@]}" showsrc pgvector 2>/dev/null | sed -n 's/^Version: //p' | sort -rV); do
    if (cd "$work/source" && apt-get -qq -o APT::Sandbox::User=root "${options[@]}" source --download-only "pgvector=$version") >"$work/apt.log" 2>&1; then
      tar -xzf "$work/source/pgvector_${version%-*}.orig.tar.gz" -C "$work/source"
      return 0
    fi
  done
  fail "The source of pgvector could not be downloaded ($(tail -n 1 "$work/apt.log")); try again later, $other_ways."
}

# No -march: pgvector chooses the instructions at run time, and the state folder may move to another machine.
build_extension() {
  { command -v gcc && [[ -f /usr/include/stdio.h ]]; } >/dev/null || install_packages gcc libc6-dev
  say "Building pgvector for PostgreSQL $major ..."
  download_extension_source
  download "postgresql-server-dev-$major"
  dpkg -x "$work"/postgresql-server-dev-"$major"_*.deb "$work/headers"
  local source share=$tree/usr/share/postgresql/$major/extension version
  source=$(echo "$work"/source/pgvector-*/)
  version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$source/vector.control")
  (
    cd "$source/src"
    printf '%s\0' ./*.c | xargs -0 -n 1 -P "$(nproc)" gcc -O2 -fPIC -ftree-vectorize -fassociative-math -fno-signed-zeros \
      -fno-trapping-math -fno-strict-aliasing -fwrapv -D_GNU_SOURCE -I"$work/headers/usr/include/postgresql/$major/server" -c
    gcc -shared -o "$tree/usr/lib/postgresql/$major/lib/vector.so" ./*.o
    strip "$tree/usr/lib/postgresql/$major/lib/vector.so"
  ) >"$work/build.log" 2>&1 || fail "pgvector did not compile ($(grep -m 1 error "$work/build.log" || tail -n 1 "$work/build.log")); install pgvector for PostgreSQL $major yourself, $other_ways."
  cp "$source"/sql/vector--*--*.sql "$source/vector.control" "$share/"
  cp "$source/sql/vector.sql" "$share/vector--$version.sql"
}

has_installed_server && exit 0
# shellcheck source=/dev/null
source /etc/os-release
command -v apt-get >/dev/null || fail "No PostgreSQL with pgvector was found; on ${PRETTY_NAME:-this system} install both yourself, $other_ways."
make_folder 711 "$(state_folder)"
make_folder 711 "$(state_folder)/postgres"
make_folder 755 "$servers"
exec {lock}>"$servers.lock"
flock "$lock"
has_private_server && exit 0

work=$(mktemp -d)
tree=$servers/new
trap 'rm -rf "$work" "$tree"' EXIT
rm -rf "$tree"
mkdir -p "$tree"
fetch_package_lists postgresql
major=$(installed_major)
if [[ -n $major ]]; then
  copy_installed_server
else
  major=$(apt_cache depends postgresql | awk -F'Depends: postgresql-' '/Depends: postgresql-[0-9]+$/ { print $2 }')
  [[ -n $major ]] || fail "The system's package lists have no PostgreSQL; install PostgreSQL with pgvector yourself, $other_ways."
  download_server
fi
drop_what_is_not_needed
install_libraries
add_extension
final=$servers/$major-$(uname -m)
rm -rf "$final"
mv -T "$tree" "$final"
has_private_server || fail "The copy of PostgreSQL in $final does not start; run '$final/usr/lib/postgresql/$major/bin/postgres -V' to see why, $other_ways."
say "PostgreSQL $major with pgvector is in $final"
