#!/usr/bin/env bash
# usage: scripts/check-documents.sh FOLDER – checks the invoices and credit notes of a folder with software of others:
# XSD and schematron of EN 16931, extraction of the XML from the PDF, qpdf's check. What is missing is installed and
# pinned, into the cache of the project's tools.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh

folder=${1:?a folder with documents}
need_document_tools
"$DOCUMENT_PYTHON" scripts/check_documents.py "$folder"
for file in "$folder"/*.pdf; do
  qpdf --check "$file" >/dev/null || fail "$file: qpdf finds it damaged"
done
