#!/usr/bin/env bash
# module.sh NAME FILE [OPTIONS of wasm-bindgen]: compiles the program NAME, which has a feature of the same name, to a
# module for the browser. Prints the folder that contains FILE_bg.wasm, and FILE.js, a classic script that loads it.
# PROFILE selects the Cargo profile (default: optimized). The folder is reused until Cargo's output changes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh
name=$1 file=$2
shift 2
profile=${PROFILE:-release}

wasm_flags
say "building the module $name ($profile)"
cargo build --quiet --locked --profile "$profile" --target wasm32-unknown-unknown \
  --package pdf --bin "$name" >&2
root=${CARGO_TARGET_DIR:-target}
compiled=$root/wasm32-unknown-unknown/$profile/$name.wasm
kept=$root/modules/$profile/$name-$(cat "$compiled" scripts/module.sh | sha256sum | cut -c1-16)

if [ ! -d "$kept" ]; then
  rm -rf "$root/modules/$profile/$name"-*
  mkdir -p "$root/modules/$profile"
  work=$(mktemp -d "$root/modules/making-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  # quietly COMMAND…: prints the output of the command only if it fails.
  quietly() { "$@" >"$work.said" 2>&1 || { cat "$work.said" >&2; exit 1; }; }
  quietly wasm-bindgen --target no-modules --no-typescript --no-demangle "$@" --out-dir "$work" --out-name "$file" "$compiled"
  if [ "$profile" = release ]; then
    # Listed individually, as in index.html. With all features, it would write sections that browsers cannot read yet.
    features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
    quietly wasm-opt -Oz "${features[@]/#/--enable-}" "$work/${file}_bg.wasm" -o "$work/${file}_bg.wasm"
  fi
  # Without an output format, the script stays a classic one and keeps its global name.
  quietly esbuild --minify "$work/$file.js" --outfile="$work/$file.js" --allow-overwrite
  chmod 755 "$work"
  mv "$work" "$kept"
  rm -f "$work.said"
fi
(cd "$kept" && pwd)
