"""What a reader of a web page should be warned of: unseen words and characters, the wrong language; judges no words."""

from urllib.parse import parse_qs, urlsplit

from corpus.addresses import host_of
from corpus.flag import Flag, FlagReason
from ingest.html_page import WebPage
from ingest.parsed import Parsed

SUBSTANTIAL = 6
"""Words: shorter runs are notes for screen readers, as in "opens in a new window"."""
SURE = 12
"""Words of a text from which its language is certain enough to contradict its address."""
_NAMES = {"en": "English", "cy": "Welsh"}
_WELSH_HOSTS = (".llyw.cymru", ".senedd.cymru")


def flags_of_page(page: WebPage, parsed: Parsed) -> tuple[Flag, ...]:
    """The warnings that a page's markup and address give."""
    flags = (_hidden(page), _invisible(page), _other_language(page, parsed))
    return tuple(flag for flag in flags if flag)


def language_promised(page: WebPage) -> str | None:
    """The language that the address asks for, else that the page declares; None where neither says."""
    address = page.url or ""
    asked = parse_qs(urlsplit(address).query).get("lang", [""])[0].lower()[:2]
    if asked in _NAMES:
        return asked
    if f".{host_of(address)}".endswith(_WELSH_HOSTS):
        return "cy"
    return page.declared


def _hidden(page: WebPage) -> Flag | None:
    words = sum(len(run.split()) for run in page.hidden)
    if words < SUBSTANTIAL:
        return None
    return Flag(reason=FlagReason.HIDDEN_TEXT, detail=f"The page hides {words} words from its readers: they are left out.")


def _invisible(page: WebPage) -> Flag | None:
    if not page.invisible:
        return None
    places = "place" if page.invisible == 1 else "places"
    return Flag(
        reason=FlagReason.INVISIBLE_CHARACTERS,
        detail=f"The page has characters nobody sees inside its words, in {page.invisible} {places}: they are left out.",
    )


def _other_language(page: WebPage, parsed: Parsed) -> Flag | None:
    promised = language_promised(page)
    if promised is None or promised == parsed.language or len(parsed.text.split()) < SURE:
        return None
    return Flag(
        reason=FlagReason.OTHER_LANGUAGE,
        detail=f"The address promises {_NAMES[promised]}, but the text is in {_NAMES[parsed.language]}.",
    )
