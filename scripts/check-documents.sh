#!/usr/bin/env bash
# usage: scripts/check-documents.sh FOLDER – checks the invoices and credit notes of a folder with software of others:
# XSD and schematron of EN 16931, extraction of the XML from the PDF, qpdf's check. What is missing is installed and
# pinned, into the cache of the project's tools; where it cannot be had, the check is left out and says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

folder=${1:?a folder with documents}
if ! need_document_tools; then
  say "LEFT OUT: documents are not checked by software of others, which cannot be had here"
  exit 0
fi
"$DOCUMENT_PYTHON" scripts/check_documents.py "$folder"
for file in "$folder"/*.pdf; do
  qpdf --check "$file" >/dev/null || fail "$file: qpdf finds it damaged"
done
