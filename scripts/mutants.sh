#!/usr/bin/env bash
# Changes the rules one by one (cargo-mutants) and lists the changes that no test notices. Not part of ./dev test: it takes
# hours. usage: scripts/mutants.sh [ROOM…]; a ROOM is a folder of crates/licensing/src.
# Survivors that no rule forbids stand in scripts/mutants.toml, each with its reason.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

need_rust
need_crate cargo-mutants "$CARGO_MUTANTS_VERSION" cargo-mutants
export PATH

rooms=("$@")
[ $# != 0 ] || rooms=(value billing subscription decide seats)
files=()
for room in "${rooms[@]}"; do files+=(--file "crates/licensing/src/$room/**"); done

# The tests of the rules alone: what only a page or a document notices is no test of a rule.
exec cargo mutants --config scripts/mutants.toml --package licensing --test-package licensing "${files[@]}" \
  --output target/mutants --timeout 120 --jobs 2
