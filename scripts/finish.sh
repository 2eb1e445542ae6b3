#!/usr/bin/env bash
# Trunk's last step. It cuts the compiled page into the part that is loaded first and those that are fetched when they
# are needed (pages/later.rs), optimises each, and puts them beside the page in a folder named by their content. The
# style sheets become one. The module that makes PDFs and its fonts lie in a folder of their own, so that another version
# of the page does not fetch them anew. All that is read by the page is there once more as scripts, for frames that let
# nothing else come (assets/server.js; a debug build leaves that out).
set -euo pipefail

stage=$TRUNK_STAGING_DIR
module=${CARGO_TARGET_DIR:-$TRUNK_SOURCE_DIR/target}/wasm32-unknown-unknown/$TRUNK_PROFILE/app.wasm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
parts=$work/parts
mkdir "$parts"

# quietly COMMAND…: says what the command said only where it fails.
quietly() { "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }; }
small() { quietly esbuild --minify --format=esm "$1" --outfile="$1" --allow-overwrite; }

digest() { cat "$@" | sha256sum | cut -c1-16; }

# packed BEFORE FILE BETWEEN: the name of a file and the file itself, as text that assets/server-fetch.js reads.
packed() {
  printf '%s"%s"%s"' "$1" "${2##*/}" "$3"
  gzip -9nc "$2" | base64 | tr -d '\n'
  printf '"'
}

pdf=$("$TRUNK_SOURCE_DIR/scripts/paper.sh")
cp -r "$pdf" "$work/paper"
for file in "$pdf"/*.wasm "$pdf"/*.ttf; do
  packed 'timetrackerServer.files[' "$file" ']=' >"$work/paper/${file##*/}.js"
done
paper=paper-$(digest "$work"/paper/*)
mv "$work/paper" "$stage/$paper"
cp "$TRUNK_SOURCE_DIR/assets/host.js" "$parts/host.js"
sed "s#\.\./paper/#../$paper/#" "$TRUNK_SOURCE_DIR/assets/paper.js" >"$parts/paper.js"

wasm-split-cli --out-name app "$module" "$work/cut"
wasm-bindgen --target web --no-typescript --keep-lld-exports --no-demangle --out-dir "$parts" --out-name app "$work/cut/app.wasm"
rm "$work/cut/app.wasm"
mv "$work"/cut/* "$parts/"
# Parts are compiled when they are there, not while they come: that asks for a type of content which not every server tells.
sed -i.old 's#WebAssembly.instantiateStreaming(src, imports)#WebAssembly.instantiate(await (await src).arrayBuffer(), imports)#' "$parts/__wasm_split.js"
rm "$parts/__wasm_split.js.old"

if [ "$TRUNK_PROFILE" = release ]; then
  # Named one by one: with all features it would write sections that browsers do not read yet.
  features=(bulk-memory bulk-memory-opt reference-types nontrapping-float-to-int sign-ext mutable-globals multivalue call-indirect-overlong)
  for part in "$parts"/*.wasm; do
    passes=(-Oz)
    # Loops built anew make the first module smaller by 1.5 KB (brotli); for the others it is not worth the time.
    case $part in */app_bg.wasm) passes+=(--flatten --rereloop -Oz -Oz --converge) ;; esac
    quietly wasm-opt "${passes[@]}" "${features[@]/#/--enable-}" "$part" -o "$part.small"
    mv "$part.small" "$part"
  done
  for script in "$parts"/*.js "$stage/boot.js"; do small "$script"; done

  mkdir "$work/server"
  cp "$TRUNK_SOURCE_DIR"/assets/server*.js "$parts/app.js" "$parts/__wasm_split.js" "$work/server/"
  {
    packed '{' "$stage/catalogue.json" :
    for part in "$parts"/*.wasm; do packed , "$part" :; done
    printf '}'
  } >"$work/server/files.json"
  quietly esbuild "$work/server/server.js" --bundle --minify --format=iife --outfile="$parts/server.js" \
    --inject:"$work/server/server-fetch.js" --define:import.meta.url=document.baseURI
fi

quietly esbuild "$TRUNK_SOURCE_DIR/style/main.css" --bundle --minify --outfile="$work/main.css"
quietly esbuild "$TRUNK_SOURCE_DIR/style/later.css" --bundle --minify --outfile="$parts/later.css"

program=app-$(digest "$parts"/*)
style=main-$(digest "$work/main.css").css
rm -f "$stage"/app-*.js "$stage"/app-*.wasm "$stage"/main-*.css
mv "$parts" "$stage/$program"
mv "$work/main.css" "$stage/$style"
sed -i.old -E "s#app-[0-9a-f]+(_bg\.wasm|\.js)#$program/app\1#g; s#main-[0-9a-f]+\.css#$style#g" "$stage/index.html"
rm "$stage/index.html.old"
