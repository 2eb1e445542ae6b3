#!/usr/bin/env bash
# Builds the module that makes PDFs in the browser (src/bin/paper.rs), always optimised, lays its fonts beside it, and
# prints the folder. That is named by what it is made of and kept in the target folder, so that a build of the page that
# does not touch it costs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made_of=(Cargo.toml Cargo.lock rust-toolchain.toml catalogue.json scripts/paper.sh scripts/tools.sh src/bin/paper.rs src/csv.rs
  src/documents src/lib.rs src/licensing assets/fonts)
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
trap 'rm -rf "$work" "$work.said"' EXIT
# quietly COMMAND…: says what the command said only where it fails.
quietly() { "$@" >"$work.said" 2>&1 || { cat "$work.said" >&2; exit 1; }; }

# A target folder of its own, as the page is compiled with other flags. Paths of this machine have no business in it.
sysroot=$(rustc --print sysroot)
RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$sysroot=rust" \
  cargo build --quiet --locked --release --target wasm32-unknown-unknown --target-dir "$root" \
  --no-default-features --features paper --bin paper >&2
wasm-bindgen --target no-modules --no-typescript --no-demangle --out-dir "$work" --out-name pdf \
  "$root/wasm32-unknown-unknown/release/paper.wasm"
# Named one by one, as in finish.sh.
features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
quietly wasm-opt -Oz "${features[@]/#/--enable-}" "$work/pdf_bg.wasm" -o "$work/pdf_bg.wasm"
# No format is named, so that the script stays a classic one and keeps its global name.
quietly esbuild --minify "$work/pdf.js" --outfile="$work/pdf.js" --allow-overwrite
cp assets/fonts/* "$work/"
find "$root" -maxdepth 1 -name 'made-*' ! -path "$kept" -exec rm -rf {} +
# File by file, the module last: where two builds run at once, each writes the same over what the other has written.
mkdir -p "$kept"
for file in "$work"/*; do
  [ "$file" = "$work/pdf_bg.wasm" ] || mv -f "$file" "$kept/"
done
mv -f "$work/pdf_bg.wasm" "$kept/"
printf '%s\n' "$kept"
