#!/usr/bin/env bash
<<<<<<< HEAD
# What tests/e2e/known-answers.test.mjs stands on: the module of crates/pdf (known-answers), the page that loads it, and the
# answers with their native verdicts. Prints the folder, which is named by what it is made of and kept in the target folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

made_of=(Cargo.toml Cargo.lock rust-toolchain.toml catalogue.json scripts/known-answers.sh scripts/module.sh scripts/tools.sh
  crates/pdf crates/licensing/Cargo.toml crates/licensing/src crates/licensing/tests/licensing/activation_signatures.rs
  tests/support/certificates.rs)
root=${CARGO_TARGET_DIR:-target}/known-answers
mkdir -p "$root"
root=$(cd "$root" && pwd)
kept=$root/made-$(find "${made_of[@]}" -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16)
if [ -e "$kept/answers.json" ]; then
  printf '%s\n' "$kept"
  exit
fi

printf 'building what checks signatures in the browser (about a minute; the first time some more)\n' >&2
rm -rf "$root"/made-*
mkdir "$kept"
scripts/module.sh known-answers "$kept" module
printf '<!doctype html>\n<link rel="icon" href="data:,">\n<script src="module.js"></script>\n' >"$kept/index.html"
# Last, so that a folder with answers is complete.
KNOWN_ANSWERS=$kept/answers.json cargo test --quiet --locked --package licensing \
  --test licensing -- --ignored --exact activation_signatures::the_known_answers_are_written >"$root/said" 2>&1 || { cat "$root/said" >&2; exit 1; }
[ -s "$kept/answers.json" ] || { printf 'no answers were written\n' >&2; exit 1; }
printf '%s\n' "$kept"
=======
# What tests/e2e/known-answers.test.mjs stands on: the module of src/bin/known_answers.rs, the page that loads it, and the
# answers with their native verdicts. Prints the folder, in the target folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${CARGO_TARGET_DIR:-target}/known-answers
rm -rf "$folder"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cp "$(scripts/module.sh known-answers module)"/* "$folder/"
printf '<!doctype html>\n<link rel="icon" href="data:,">\n<script src="module.js"></script>\n' >"$folder/index.html"
KNOWN_ANSWERS=$folder/answers.json cargo test --quiet --locked --no-default-features --features cli \
  --test licensing -- --ignored --exact activation_signatures::the_known_answers_are_written >"$folder/said" 2>&1 || { cat "$folder/said" >&2; exit 1; }
[ -s "$folder/answers.json" ] || { printf 'no answers were written\n' >&2; exit 1; }
printf '%s\n' "$folder"
>>>>>>> 38f1dd2a691ce9efccbc3855d4d4f906d32b0ea2
