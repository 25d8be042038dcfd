"""A small town of two publishers that can change: ten pages and two files; every edition of a thing has its own words."""

from collections.abc import Mapping
from functools import lru_cache

from tests.publishers.made_pages import govwales, guide, statement
from tests.publishers.pdfs import Sheets
from tests.publishers.server import Answer, Publishers
from tests.publishers.site import put_file, put_page, put_rules

GOV, CY = "https://www.gov.wales", "https://www.llyw.cymru"
KITES, PONDS, BELLS = (f"{GOV}/school-{name}-guidance" for name in ("kites", "ponds", "bells"))
TWIN = f"{CY}/canllawiau-barcudiaid"
STATEMENTS = tuple(f"{GOV}/written-statement-{name}" for name in ("rope", "chalk", "soup"))
FILES = tuple(f"{GOV}/sites/default/files/publications/2026-02/{name}.pdf" for name in ("kite-plan", "pond-plan"))
PARTS = tuple(guide("", {"First": [], "Second": [], "Third": []}))
PAGES = (KITES, STATEMENTS[0], PARTS[0], PONDS, STATEMENTS[1], BELLS, STATEMENTS[2])
"""What is asked for by name; the twin, the other parts and the files are found from these."""
WORDS = {KITES: "kite", PONDS: "pond", BELLS: "bell"} | dict(zip(STATEMENTS, ("rope", "chalk", "soup"), strict=True))


def page(url: str, edition: int) -> bytes:
    """One page in an edition: a statement, guidance, or the twin."""
    if url == TWIN:
        said = f"Mae'r canllaw hwn ar gyfer pawb sydd yn hedfan barcud ar dir yr ysgol, ac mae hwn yn rhifyn {edition}."
        return govwales(url, "Barcudiaid ysgol: canllawiau", said, twin=KITES, language="cy")
    word = WORDS[url]
    said = (
        f"Every school looks after its {word} with care and counts each {word} on Mondays, as edition {edition} says.",
        f"Edition {edition} asks governors to report on the {word} by the end of term {edition}.",
    )
    if url in STATEMENTS:
        return statement(url, f"the price of {word}", *said)
    listed = {KITES: {FILES[0]: "Kites: the plan"}, PONDS: {FILES[1]: "Ponds: the plan"}}.get(url)
    twin = TWIN if url == KITES else ""
    return govwales(url, f"School {word}s: guidance", *said, files=listed, twin=twin)


def parts(edition: int) -> Mapping[str, bytes]:
    """The guide in an edition: every part has its number."""
    said = {
        name: [f"The {name.lower()} yard of edition {edition} is swept before the children come to play in it."]
        for name in ("First", "Second", "Third")
    }
    return guide("Sweeping the yard", said)


@lru_cache(maxsize=64)
def file(url: str, edition: int) -> bytes:
    """One PDF in an edition."""
    name = "Kite" if url == FILES[0] else "Pond"
    sheets = Sheets(title=f"{name} plan for schools")
    sheets.head(f"{name} plan for schools", size=20)
    sheets.say(
        f"This is plan {edition} of the {name.lower()} keepers, who meet by the gate", "on the first Friday of every month."
    )
    sheets.say(f"Plan {edition} is to be hung beside the door of the hall.")
    return sheets.save()


def lay(publishers: Publishers, editions: Mapping[str, int], *, removed: frozenset[str] = frozenset()) -> None:
    """Put everything down, each thing in its edition (1 where none is given); what is removed answers 404."""
    put_rules(publishers, GOV, CY, PARTS[0])
    for url in (*WORDS, TWIN):
        put_page(publishers, url, page(url, editions.get(url, 1)))
    for url, data in parts(editions.get(PARTS[0], 1)).items():
        put_page(publishers, url, data)
    for url in FILES:
        put_file(publishers, url, file(url, editions.get(url, 1)))
    for url in removed:
        publishers.put(url, Answer(status=404, headers={"Content-Type": "text/html"}, body=b"<p>Not here.</p>"))
