"""Items that a publisher lists as cards or results: gov.wales, Estyn, the Senedd's record; does not read other pages."""

import re
from urllib.parse import urlsplit

from bs4 import Tag

from ingest.characters import collapse
from ingest.listing_html import ListingTree, RawItem, day_in

# Class names as public scrapers of gov.wales read them (checked 2026-07-29), and Drupal's own for a row of a view.
_GOVWALES_ITEMS = "li.index-list__item, .index-list__item"
_GOVWALES_ROWS = ".views-row"
_GOVWALES_TITLE = ".index-list__title a[href], a.index-list__title[href], h2 a[href], h3 a[href], a[href]"
_GOVWALES_TYPE = ".index-list__type"
# Class names of Estyn's own theme (github.com/pobltech/Estyn-Website, 2025).
_ESTYN_ITEMS = "a.list-group-item[href]"
_ESTYN_TYPE, _ESTYN_DAY, _ESTYN_EXTRA = ".searchResourceType", ".searchResourceDate", ".searchResourceExtra"
_ESTYN_SECTIONS = re.compile(
    r"/(?:cy/)?(?:improvement-resources?|inspection-guidance|thematic-reports?|effective-practice|adnoddau-gwella|"
    r"arweiniad-arolygu|canllawiau-arolygu)/[^/]+/?$"
)
# A result is known by where it leads: its markup has changed with each edition of the record.
_RECORD = re.compile(
    r"/(?:plenary|committee|meeting|writtenquestion|oralquestion|tabledquestion|topicalquestion|motion|question)/\d+/?$",
    re.IGNORECASE,
)
_BOXES = ["li", "tr", "article"]
_BOX_CLASS = re.compile(r"(?:search[-_]?)?(?:result|item|card|row)(?:[-_]\w+)*", re.IGNORECASE)


def govwales_cards(tree: ListingTree) -> list[RawItem]:
    """Announcements, publications or consultations, each with its day and what it is called."""
    cards = tree.soup.select(_GOVWALES_ITEMS) or tree.content.select(_GOVWALES_ROWS)
    found = []
    for card in cards:
        link = next((link for link in card.select(_GOVWALES_TITLE) if collapse(link.get_text(" "))), None)
        url = tree.link(link) if link else None
        if link and url:
            found.append(RawItem(url, collapse(link.get_text(" ")), day_in(card), _words(card, _GOVWALES_TYPE)))
    return found


def estyn_cards(tree: ListingTree) -> list[RawItem]:
    """Resources and guidance: the cards of the site's list, else every link to a page of such a section."""
    cards = [card for card in tree.content.select(_ESTYN_ITEMS) if tree.link(card)]
    if cards:
        return [_estyn_card(card, str(tree.link(card))) for card in cards]
    found = []
    for link in tree.content.select("a[href]"):
        url = tree.link(link)
        if url and _ESTYN_SECTIONS.search(urlsplit(url).path) and (title := collapse(link.get_text(" "))):
            box = _box(link)
            found.append(RawItem(url, title, day_in(box) if box else None, None))
    return found


def senedd_results(tree: ListingTree) -> list[RawItem]:
    """Results of a search in the record: meetings and questions, each at its own number."""
    found = []
    for link in tree.content.select("a[href]"):
        url = tree.link(link)
        title = collapse(link.get_text(" "))
        if url and title and _RECORD.search(urlsplit(url).path):
            box = _box(link)
            found.append(RawItem(url, title, day_in(box or link), None))
    return found


def _estyn_card(card: Tag, url: str) -> RawItem:
    label, day = _words(card, _ESTYN_TYPE), card.select_one(_ESTYN_DAY)
    shown = card.select_one("span.d-block") or next((part for part in card.find_all("div") if not part.find("div")), card)
    title = collapse(shown.get_text(" ")) or collapse(card.get_text(" "))
    return RawItem(url, title, day_in(day) if day else None, label)


def _box(link: Tag) -> Tag | None:
    """The element around one result, with its day."""
    for part in link.parents:
        if part.name in {"main", "body"}:
            return None
        if part.name in _BOXES or any(_BOX_CLASS.fullmatch(str(name)) for name in part.get_attribute_list("class") if name):
            return part
    return None


def _words(card: Tag, selector: str) -> str | None:
    found = card.select_one(selector)
    return collapse(found.get_text(" ")) or None if found else None
