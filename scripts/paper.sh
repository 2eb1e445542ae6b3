#!/usr/bin/env bash
# Builds the module that makes PDFs in the browser (crates/pdf), always optimised, lays its fonts beside it, and
# prints the folder. That is named by what it is made of and kept in the target folder, so that a build of the page that
# does not touch it costs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made_of=(Cargo.toml Cargo.lock rust-toolchain.toml catalogue.json scripts/module.sh scripts/paper.sh scripts/tools.sh
  crates/pdf crates/documents/Cargo.toml crates/documents/src crates/licensing/Cargo.toml crates/licensing/src assets/fonts)
root=${CARGO_TARGET_DIR:-target}/paper
mkdir -p "$root"
root=$(cd "$root" && pwd)
kept=$root/made-$(find "${made_of[@]}" -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16)
if [ -e "$kept/pdf_bg.wasm" ]; then
  printf '%s\n' "$kept"
  exit
fi

printf 'building the module that makes PDFs (about 2 minutes)\n' >&2
work=$(mktemp -d "$root/making-XXXXXX")
trap 'rm -rf "$work"' EXIT
scripts/module.sh paper "$work" pdf
cp assets/fonts/* "$work/"
find "$root" -maxdepth 1 -name 'made-*' ! -path "$kept" -exec rm -rf {} +
# File by file, the module last: where two builds run at once, each writes the same over what the other has written.
mkdir -p "$kept"
for file in "$work"/*; do
  [ "$file" = "$work/pdf_bg.wasm" ] || mv -f "$file" "$kept/"
done
mv -f "$work/pdf_bg.wasm" "$kept/"
printf '%s\n' "$kept"
