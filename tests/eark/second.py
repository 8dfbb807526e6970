"""A second opinion on METS.xml: the rules for CSIP and SIP 2.1.0 that the package eark-validator from PyPI carries,
less seven that refuse what the specifications demand. And whether the schemas that lie in an information package accept
its description. Found through PYTHONPATH with lxml; nothing of eark-validator is run, for it needs a net to begin.

    second.py PACKAGE…     0: no rule objects, 1: one does, 2: they could not be asked
"""

from pathlib import Path

from lxml.isoschematron import Schematron

from reading import carried, etree, parsed, run, schema, schema_faults, vocabulary

# CSIP12, 13, 15 and 16 want every creator to be a program, SIP11 and SIP14 every creator to be an organisation, with a
# note whose type has no namespace; CSIP63 wants every group of files to be of OTHER type.
WRONG = {"CSIP12", "CSIP13", "CSIP15", "CSIP16", "CSIP63", "SIP11", "SIP14"}
# What the rules leave open, and the vocabulary that fills it.
OPEN = {
    "@TYPE": "CSIPVocabularyContentCategory",
    "@csip:CONTENTINFORMATIONTYPE": "CSIPVocabularyContentInformationType",
    "@csip:OAISPACKAGETYPE": "CSIPVocabularyOAISPackageType",
    "@STATUS": "CSIPVocabularyStatus",
}
RULES = carried("eark_validator", "ipxml", "resources", "schematron", "V2.1.0")


def one_of(attribute, terms):
    return " or ".join(f"({attribute} = '{term}')" for term in sorted(terms))


def rules(file):
    text = file.read_text()
    for attribute, name in OPEN.items():
        text = text.replace(f"{attribute}_vocabulary_test", one_of(attribute, vocabulary(name)))
    types = carried("eark_validator", "ipxml", "resources", "vocabs", "IANA.txt").read_text().split()
    text = text.replace("@MIMETYPE_IANA_test", one_of("@MIMETYPE", types))
    return Schematron(etree.fromstring(text), store_report=True)


def objections(mets, file):
    """Number and text of what the rules in a file find, warnings too."""
    judge = rules(file)
    judge.validate(etree.ElementTree(mets))
    for failed in judge.validation_report.iter("{http://purl.oclc.org/dsdl/svrl}failed-assert"):
        if failed.get("id") not in WRONG:
            yield failed.get("id"), failed.get("role"), " ".join("".join(failed.itertext()).split())


def main(packages):
    if not packages:
        raise SystemExit(__doc__)
    found = []
    for package in packages:
        mets = parsed(Path(package, "METS.xml"))
        for file in sorted(RULES.glob("[CS]*IP/*.xml")):
            found += [(package, *objection) for objection in objections(mets, file)]
        own = schema(Path(package, "schemas", "oai_dc.xsd"))
        for fault in schema_faults(parsed(Path(package, "metadata", "descriptive", "dc.xml")), own):
            found.append((package, "oai_dc.xsd", "ERROR", fault))
    for package, number, role, text in found:
        print(f"{package}: {number} ({role}): {text}")
    return [role for _, _, role, _ in found if role != "WARN"]


if __name__ == "__main__":
    run(main)
