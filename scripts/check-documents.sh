#!/usr/bin/env bash
# usage: scripts/check-documents.sh FOLDER – checks the invoices and credit notes of a folder with software of others.
# Two validators that know nothing of each other judge every XML: en16931 (rules of CEN, in Rust), and the official XSD and
# schematron. The XML inside of every PDF is read and judged, too, and qpdf checks the PDF. What is missing is installed and
# pinned, into the cache of the project's tools; where Python or qpdf cannot be had, their check is left out and says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

folder=${1:?a folder with documents}

# Every XML, and every PDF that has one: anything that is reported fails, be it a warning.
second_validator() {
  local files=("$folder"/*.xml) xml wrong
  [ -e "${files[0]}" ] || fail "$folder: there is no XML to check"
  # A check that cannot fail is worth nothing: a wrong sum must be refused.
  wrong=$(mktemp)
  sed 's/<ram:GrandTotalAmount>/<ram:GrandTotalAmount>9/' "${files[0]}" >"$wrong"
  if en16931 validate --quiet "$wrong"; then
    rm "$wrong"
    fail "en16931 did not find a wrong total"
  fi
  rm "$wrong"
  for xml in "$folder"/*.xml; do
    if [ -e "${xml%.xml}.pdf" ]; then files+=("${xml%.xml}.pdf"); fi
  done
  if ! en16931 validate --strict --quiet "${files[@]}"; then
    for xml in "${files[@]}"; do en16931 validate --strict --quiet "$xml" || en16931 validate --strict "$xml" >&2 || true; done
    fail "en16931 refuses documents"
  fi
  say "en16931: ${#files[@]} documents, no findings"
}

need_invoice_validator
second_validator
if ! need_document_tools; then
  say "LEFT OUT: documents are not checked by the official schematron and qpdf, which cannot be had here"
  exit 0
fi
"$DOCUMENT_PYTHON" scripts/check_documents.py "$folder"
for file in "$folder"/*.pdf; do
  qpdf --check "$file" >/dev/null || fail "$file: qpdf finds it damaged"
done
