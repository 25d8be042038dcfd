"""Atom: a feed as XML by RFC 4287; does not gather it or serve it.

No library on the shelf that writes Atom says in which language an entry is, which half of the readers here need to be told.
"""

from datetime import UTC, datetime, time
from typing import Any

from lxml import etree

from search_api.feeds.feed import Entry, Feed
from search_api.packs.letters import printable
from search_api.packs.rules import software

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
MAKER = "Canllaw"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed: Feed, *, base: str, own: str, rights: dict[str, str]) -> bytes:
    """A feed as Atom, UTF-8; `base` is the address of the site, `own` the feed's path, `rights` whose words entries quote."""
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})
    root.set(_LANGUAGE, feed.language)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    _link(root, "self", f"{base}{own}", media_type=MEDIA_TYPE)
    _link(root, "alternate", f"{base}{feed.page}", media_type="text/html", language=feed.language)
    _name(root, MAKER)
    _add(root, "generator", MAKER).set("version", software().partition("+")[0])
    for entry in feed.entries:
        root.append(_entry(entry, base=base, rights=rights.get(entry.id, "")))
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _entry(entry: Entry, *, base: str, rights: str) -> Any:
    reference = entry.reference
    publication, language = reference.publication, reference.document.language
    made = etree.Element(f"{{{NAMESPACE}}}entry")
    _add(made, "id", entry.id)
    _add(made, "title", publication.title).set(_LANGUAGE, publication.language)
    _add(made, "updated", _moment(entry.updated))
    if entry.published:
        _add(made, "published", _moment(datetime.combine(entry.published, time(), tzinfo=UTC)))
    for name in reference.authors:
        _name(made, name.whole)
    _link(made, "alternate", f"{base}{entry.place}", media_type="text/html", language=language)
    if reference.address:
        _link(made, "via", reference.address, language=language)
    for topic in publication.topics:
        etree.SubElement(made, f"{{{NAMESPACE}}}category").set("term", printable(topic))
    _add(made, "summary", entry.summary).set(_LANGUAGE, language)
    if rights:
        _add(made, "rights", rights)
    return made


def _add(parent: Any, name: str, words: str) -> Any:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = printable(words)
    return child


def _name(parent: Any, name: str) -> None:
    _add(etree.SubElement(parent, f"{{{NAMESPACE}}}author"), "name", name)


def _link(parent: Any, relation: str, address: str, *, media_type: str = "", language: str = "") -> None:
    link = etree.SubElement(parent, f"{{{NAMESPACE}}}link")
    link.set("rel", relation)
    link.set("href", printable(address))
    if media_type:
        link.set("type", media_type)
    if language:
        link.set("hreflang", language)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
