"""Proves that check.py finds faults: damages copies of a valid package, each in one way, and demands that each is
refused with the number of the requirement that it breaks. Needs what check.py needs.

    broken.py PACKAGE      0: each is refused as it should be, 1: one is not, 2: the package is not valid itself
"""

import hashlib
import re
import shutil
import tempfile
from pathlib import Path

import check
from reading import run

# What METS.xml says that is wrong: the requirement, a pattern that must occur, and what its first occurrence becomes.
WORDS = [
    ("CSIP1", r' OBJID="[^"]*"', ' OBJID="another"'),
    ("CSIP2", r'( TYPE)="[^"]*"', r'\1="Books"'),
    ("CSIP4", r' csip:CONTENTINFORMATIONTYPE="[^"]*"', ""),
    ("CSIP5", r' csip:OTHERCONTENTINFORMATIONTYPE="[^"]*"', ""),
    ("SIP2", r"E-ARK-SIP\.xml", "E-ARK-CSIP.xml"),
    ("SIP3", r'RECORDSTATUS="[^"]*"', 'RECORDSTATUS="OLD"'),
    ("SIP4", 'OAISPACKAGETYPE="SIP"', 'OAISPACKAGETYPE="AIP"'),
    ("SIP4", r"https://DILCIS\.eu/XML/METS/CSIPExtensionMETS", "https://dilcis.eu/XML/METS/CSIPExtensionMETS"),
    ("SIP5", r"</metsHdr>", '<altRecordID TYPE="DIARY">1</altRecordID></metsHdr>'),
    ("CSIPSTR4", r"http://www\.loc\.gov/METS/", "http://www.loc.gov/METS/v2"),
    ("CSIPSTR4", r"</mets>", ""),
    ("CSIPSTR4", r"<mets ", "<!DOCTYPE mets><mets "),
    ("CSIP117", r"(?s)<metsHdr.*</metsHdr>", ""),
    ("CSIP7", r' CREATEDATE="[^"]*"', ""),
    ("CSIP7", r'( CREATEDATE="[^"]*)Z"', r'\1"'),
    ("CSIP8", r' LASTMODDATE="[^"]*"', ""),
    ("CSIP12", r'TYPE="OTHER" OTHERTYPE="SOFTWARE"', 'TYPE="ORGANIZATION"'),
    ("CSIP13", r' OTHERTYPE="SOFTWARE"', ""),
    ("CSIP11", 'ROLE="CREATOR"(?s:(.*))ROLE="CREATOR"', r'ROLE="EDITOR"\1ROLE="EDITOR"'),
    ("CSIP10", r"(?s)<agent .*</agent>", ""),
    ("CSIP15", r"<note .*</note>", ""),
    ("CSIP16", r' csip:NOTETYPE="[^"]*"', ""),
    ("SIP11", r'ROLE="ARCHIVIST" TYPE="ORGANIZATION"', 'ROLE="ARCHIVIST" TYPE="OTHER"'),
    ("SIP15", r'ROLE="CREATOR" TYPE="ORGANIZATION"', 'ROLE="EDITOR" TYPE="ORGANIZATION"'),
    ("CSIP17", r"(?s)<dmdSec.*</dmdSec>", ""),
    ("CSIP19", r'(<dmdSec [^>]*CREATED=)"[^"]*"', r'\1"2026-01-01"'),
    ("CSIP20", r' STATUS="CURRENT"', ""),
    ("CSIP25", r'MDTYPE="DC"', 'MDTYPE="MODS"'),
    ("CSIP29", r'(?s)(<dmdSec.*?CHECKSUM=)"..', r'\1"zz'),
    ("CSIP39", r'MDTYPE="PREMIS"', 'MDTYPE="OTHER"'),
    ("CSIP41", r'(?s)(<digiprovMD.*?SIZE=)"', r'\1"1'),
    ("CSIP58", r"(?s)<fileSec.*</fileSec>", ""),
    ("CSIP59", r"<fileSec [^>]*>", "<fileSec>"),
    ("CSIP60", r'USE="Documentation"', 'USE="Manuals"'),
    ("CSIP62", r'(<fileGrp[^>]*) csip:CONTENTINFORMATIONTYPE="[^"]*"', r"\1"),
    ("CSIP64", r'USE="Representations/v1/data"', 'USE="Representations/v9/data"'),
    ("CSIP66", r'(?s)(<fileGrp[^>]*USE="Documentation"[^>]*>).*?</fileGrp>', r"\1</fileGrp>"),
    ("CSIP68", r'MIMETYPE="text/html"', 'MIMETYPE="text/html; charset=utf-8"'),
    ("CSIP68", r' MIMETYPE="text/html"', ""),
    ("CSIP69", r'(<file [^>]*SIZE=)"', r'\1"1'),
    ("CSIP70", r'(<file [^>]*CREATED=)"20', r'\1"99'),
    ("CSIP72", r'(<file [^>]*CHECKSUMTYPE=)"SHA-512"', r'\1"SHA-256"'),
    ("CSIP77", r'(<FLocat [^>]*LOCTYPE=)"URL"', r'\1"OTHER" OTHERLOCTYPE="path"'),
    ("CSIP78", r'(<FLocat [^>]*) xlink:type="simple"', r"\1"),
    ("CSIP79", r'href="documentation/', 'href="file:///documentation/'),
    ("CSIP79", r'href="documentation/', 'href="documentation/../documentation/'),
    ("CSIP113", r'(?s)<fileGrp[^>]*USE="Schemas".*?</fileGrp>', ""),
    ("CSIP81", 'TYPE="PHYSICAL"', 'TYPE="physical"'),
    ("CSIP82", r'LABEL="CSIP"', 'LABEL="CSIP StructMap"'),
    ("CSIP88", r'<div [^>]*LABEL="Metadata".*/>', ""),
    ("CSIP91", r' ADMID="[^"]*"', ""),
    ("CSIP93", r'(?s)<div [^>]*LABEL="Documentation".*?</div>', ""),
    ("CSIP104", r'<fptr FILEID="group-v1"/>', ""),
    ("CSIP107", r'LABEL="Representations"', 'LABEL="representations"'),
    ("XSD", r'CHECKSUMTYPE="SHA-512"', 'CHECKSUMTYPE="SHA512"'),
    ("XSD", r'ID="file-2"', 'ID="file-1"'),
    ("XSD", r'FILEID="group-v1"', 'FILEID="nothing"'),
]


def alter(file, pattern, replacement):
    text = file.read_text()
    altered = re.sub(pattern, replacement, text, count=1)
    assert altered != text, f"{pattern} does not occur in {file}"
    file.write_text(altered)


def alter_metadata(package, path, pattern, replacement):
    """Changes a metadata file, and METS with it, so that only its content is wrong."""
    before = (package / path).read_bytes()
    alter(package / path, pattern, replacement)
    after = (package / path).read_bytes()
    was, becomes = [(len(content), hashlib.sha512(content).hexdigest()) for content in (before, after)]
    alter(package / "METS.xml", 'SIZE="{}"(.*)"{}"'.format(*was), r'SIZE="{}"\1"{}"'.format(*becomes))


def flip(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def replace_by_link(file):
    file.rename(file.parent.parent / "elsewhere")
    file.symlink_to("../elsewhere")


def within(path, pattern, replacement):
    return lambda package: alter_metadata(package, f"metadata/{path}.xml", pattern, replacement)


# What is wrong otherwise: the requirement, in words, and the deed.
DATA = "representations/v1/data/metadata.json"
DEEDS = [
    ("CSIP71", "a bit of a file flipped", lambda package: flip(package / DATA)),
    ("CSIP79", "a file removed", lambda package: (package / DATA).unlink()),
    ("CSIP79", "a file replaced by a link", lambda package: replace_by_link(package / DATA)),
    ("CSIP58", "a file added", lambda package: (package / DATA).with_name("more").write_text("more")),
    ("CSIP58", "a link added", lambda package: (package / DATA).with_name("more").symlink_to("..")),
    ("CSIPSTR4", "METS.xml removed", lambda package: (package / "METS.xml").unlink()),
    ("CSIP1", "the folder renamed", lambda package: package.rename(package.with_name("renamed"))),
    ("PREMIS", "an event without type", within("preservation/premis", "<eventType>.*</eventType>", "")),
    ("PREMIS", "a digest of nothing", within("preservation/premis", "<messageDigest>..", "<messageDigest>zz")),
    ("PREMIS", "an unknown agent", within("preservation/premis", "(<linkingAgentIdentifierValue>)", r"\1not ")),
    ("DC", "an element of its own", within("descriptive/dc", "(</?dc:)date>(.*</dc:)date>", r"\1day>\2day>")),
]


def damaged(package, damage):
    """The numbers that a copy of the package is refused with."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(package, Path(place, package.resolve().name), symlinks=True))
        damage(copy)
        return {number for number, _ in check.Package(next(Path(place).iterdir())).judge()}


def main(packages):
    if len(packages) != 1 or check.main(packages):
        raise SystemExit(__doc__)
    words = [(number, f"{pattern} -> {new}", lambda copy, *change: alter(copy / "METS.xml", *change), pattern, new)
             for number, pattern, new in WORDS]
    wrong = 0
    for number, name, damage, *change in words + DEEDS:
        told = damaged(Path(packages[0]), lambda copy: damage(copy, *change))
        if number not in told:
            print(f"{name}: refused with {sorted(told) or 'nothing'}, not {number}")
            wrong += 1
    print(f"{len(words) + len(DEEDS)} damaged packages, {wrong} not refused as they should be")
    return wrong


if __name__ == "__main__":
    run(main)
