#!/usr/bin/env bash
# usage: scripts/check-documents.sh FOLDER – checks the invoices and credit notes in a folder with third-party software.
# Two independent validators check every XML: en16931 (the rules of CEN, in Rust), and the official XSD and schematron.
# The XML in every PDF is extracted and checked, too, and qpdf checks the PDF. Missing tools are installed, pinned, into
# the cache of the project's tools. If Python or qpdf is not available, its check is skipped with a message.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

folder=${1:?a folder with documents}

# Every XML, and every PDF that contains one. Any finding is a failure, even a warning.
second_validator() {
  local files=("$folder"/*.xml) xml wrong
  [ -e "${files[0]}" ] || fail "$folder: there is no XML to check"
  # A check that cannot fail is worthless: a wrong sum must be rejected.
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
