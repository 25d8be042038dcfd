"""Word package: a document as the bytes of a .docx, always the same for the same document, with its manifest inside.

A zip holds dates and an order of its own, and two builds of zlib press alike words differently: the parts are stored as they
are, in one order, on one day. The manifest is a custom XML part, which Word keeps when it saves.
"""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from search_api.packs.manifest import ManifestShape, manifest_text
from search_api.packs.word_look import TAGS

NAMESPACE = "urn:canllaw:pack:1"
PART = "/customXml/canllaw.xml"
MAKER = "Canllaw"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can say."""
_LEFT_OUT = ("/docProps/thumbnail.jpeg", "/word/stylesWithEffects.xml", "/customXml/")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def packed(document: WordDocument, manifest: ManifestShape, *, title: str, language: str) -> bytes:
    """The file of a document, its manifest inside."""
    _properties(document, manifest, title=title, language=language)
    _lean(document)
    _carry(document, manifest)
    made = BytesIO()
    document.save(made)
    return _steady(made.getvalue())


def _properties(document: WordDocument, manifest: ManifestShape, *, title: str, language: str) -> None:
    """Core properties, each of them set: what is left to python-docx says its own template's name and time."""
    core = document.core_properties
    moment = datetime.combine(manifest.asked_on, time(), tzinfo=UTC)
    core.created = core.modified = moment
    core.author = core.last_modified_by = MAKER
    core.title, core.subject = title[:255], manifest.of
    core.language = TAGS.get(language, language)
    core.identifier = f"{NAMESPACE}:{manifest.corpus.version[:16]}"
    core.version, core.revision = manifest.software, 1
    core.category = core.comments = core.content_status = core.keywords = ""


def _lean(document: WordDocument) -> None:
    """Leave out the template's picture, its second set of styles and its list of sources."""
    for holder in (document.part.package, document.part):
        for key, relation in list(holder.rels.items()):
            if not relation.is_external and str(relation.target_part.partname).startswith(_LEFT_OUT):
                del holder.rels[key]


def _carry(document: WordDocument, manifest: ManifestShape) -> None:
    root = etree.Element(f"{{{NAMESPACE}}}manifest", nsmap={None: NAMESPACE})
    root.text = manifest_text(manifest)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(PART), "application/xml", blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _steady(given: bytes) -> bytes:
    """The same parts in one order, on one day, not pressed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(given)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        rest = sorted(name for name in source.namelist() if name not in _FIRST)
        for name in (*(one for one in _FIRST if one in source.namelist()), *rest):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system, entry.external_attr = 0, 0
            target.writestr(entry, source.read(name))
    return made.getvalue()
