"""Every word of the pages can be said in another language, and another language needs no more than its catalogue."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment, Doctype, Tag
from fastapi.testclient import TestClient

from corpus.captures import Captures, Received, read_into
from corpus.document import Document, Page, Section, make_document
from corpus.duty import Level
from corpus.finding import Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.ids import text_sha256
from corpus.passage import Citation, Span, cite
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType, Relation, RelationKind
from corpus.visits import Visit, VisitOutcome, Visits
from search_api import wording
from search_api.answering.answer import Answer, AnswerStatus, Checked, Note, Refusal, Searched, Short, Statement
from search_api.app import make_app
from search_api.crawls.views import ROWS
from search_api.library import Library
from search_api.messages import Messages
from search_api.pot import POT
from search_api.press import Press
from search_api.question.question import Asked
from tests.search_api.made_answers import Scripted

GREEK = "Λόγος"  # data of these tests is in Greek letters, so that any Latin letter on a page is ours
NOON = datetime(2026, 5, 7, 12, tzinfo=UTC)
NAMES = re.compile(r"Canllaw|Open Government Licence v3\.0|Welsh|English|Word|Markdown|CSV|RIS|BibTeX|CSL JSON|[⟦⟧]")
FILTERS = (
    "type=letter&publisher=Λόγος&topic=Λόγος&status=draft&force=unknown&language=cy&held=full&from=2001&to=2002&as_of=2003"
)
SPOKEN = ("alt", "aria-label", "title", "placeholder", "data-label")
KEPT = "code, time, .told, .data"
"""What is shown as it is kept: names and numbers, and the catalogue's sentences, which are in English only."""
ADDRESSES = [
    "/",
    "/about",
    "/search",
    "/search?q=Λόγος",
    "/search?q=Λόγος&limit=1&any_status=true&page=2",
    f"/search?q=Λόγος&any_status=true&{FILTERS}",
    "/search?q=",
    *(
        f"/search?q=Λ&{field}=Λ"
        for field in ("type", "publisher", "topic", "status", "force", "language", "held", "from", "to")
    ),
    *(f"/answers?q=Λ&{field}=Λ" for field in ("as_of", "any_status", "limit", "page")),
    "/documents/state",
    "/documents/state?start=0&end=999",
    "/documents/event?start=0&end=8",
    "/documents/old",
    "/documents/law",
    "/documents/draft",
    "/documents/gone",
    "/documents/asked",
    "/documents/nothing",
    "/nothing",
    "/documents/past",
    "/documents/earlier",
    "/documents/misread",
    "/documents/digest",
    "/publications/past",
    "/publications/event",
    "/publications/state",
    "/publications/old",
    "/publications/gone",
    "/publications/unread",
    "/publications/nothing",
    "/duties",
    "/duties?level=must&any_status=true&type=letter&language=cy",
    *(f"/duties?{field}=Λ" for field in ("actor", "level", "as_of", "language", "publication", "limit")),
    "/evaluation",
    "/crawls",
    "/crawls/1",
    "/crawls/1?outcome=gone",
    "/crawls/2",
    "/crawls/3",
]


class Bracketed(NullTranslations):
    """A pretend language: each message that translators are given comes back in brackets, and no other."""

    def __init__(self) -> None:
        super().__init__()
        with POT.open("rb") as file:
            listed = [entry.id for entry in read_po(file) if entry.id]
        self._known = {words for entry in listed for words in ([entry] if isinstance(entry, str) else entry)}

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧" if message in self._known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def entry(
    name: str,
    kind: PublicationType,
    *,
    held: Held = Held.FULL,
    findings: Sequence[Finding] = (),
    flags: Sequence[Flag] = (),
    **more: object,
) -> tuple[Publication, Document]:
    publication = Publication(id=name, title=GREEK, publisher=GREEK, type=kind, language="en", topics=(GREEK,), **more)  # type: ignore[arg-type]
    own = "".join(chr(ord(letter) - ord("a") + ord("α")) for letter in name)
    text = f"{GREEK}\n\n{GREEK} {own}.\n\n{GREEK}\n\n• {GREEK}.\n"
    half = text.rindex(f"{GREEK}\n\n")
    return publication, make_document(
        publication_id=name,
        language="en",
        held=held,
        text=text,
        sections=(
            Section(heading=GREEK, level=2, start=0, end=half),
            Section(heading=GREEK, level=2, start=half, end=len(text)),
        ),
        pages=(Page(label="1", start=0, end=half), Page(label="2", start=half, end=len(text))),
        findings=tuple(findings),
        flags=tuple(flags),
        provenance=Provenance(
            origin="t", media_type="t", sha256=text_sha256(text), retrieved_at=datetime(2026, 5, 7, tzinfo=UTC), parser="t"
        ),
    )


@pytest.fixture(scope="module")
def greek(make_library: Callable[..., Library], tmp_path_factory: pytest.TempPathFactory) -> Library:
    web = "https://example.wales/α"
    entries = [
        entry(
            "event",
            PublicationType.LETTER,
            author=GREEK,
            role=GREEK,
            published=date(2024, 5, 1),
            url=web,
            published_basis=GREEK,
        ),
        entry("state", PublicationType.GUIDANCE, issued="2023-02", statutory=True, url=web),
        entry("old", PublicationType.GUIDANCE, issued="2019", statutory=False),
        entry("law", PublicationType.LEGISLATION, held=Held.DIGEST, updated=date(2020, 1, 2)),
        entry("draft", PublicationType.GUIDANCE, draft=True),
        entry("gone", PublicationType.REPORT, findings=[said(FindingKind.WITHDRAWN)]),
        entry("asked", PublicationType.CONSULTATION),
    ]
    kinds = [RelationKind.SUPERSEDES, RelationKind.AMENDS, RelationKind.FOLLOWS_UP, RelationKind.TRANSLATES]
    targets = ["old", "law", "event", "draft"]
    made = make_library(entries, [Relation(source="state", kind=k, target=t) for k, t in zip(kinds, targets, strict=True)])
    give_a_past(made, tmp_path_factory.mktemp("greek"))
    return made


def said(kind: FindingKind, *, confidence: float = 0.95) -> Finding:
    """A finding of the first word of a text."""
    value = "2024-05-01" if kind in wording.DAYS else "2019-11" if kind is FindingKind.ISSUED else GREEK
    return Finding(kind=kind, value=value, quote=GREEK, start=0, end=len(GREEK), confidence=confidence, rule="t")


def give_a_past(library: Library, folder: Path) -> None:
    """Publications with every finding and warning, with versions and a tombstone, and crawls with every outcome."""
    day = date(2024, 5, 1)
    past, now = entry(
        "past",
        PublicationType.GUIDANCE,
        published=day,
        updated=date(2025, 5, 1),
        dateline=day,
        meetings=(day, day),
        findings=[said(kind, confidence=sure) for kind in FindingKind for sure in (0.95, 0.5)],
        flags=[Flag(reason=one, detail=GREEK, start=start, end=5) for one in FlagReason for start in (0, 1, None)],
    )
    texts = {
        "digest": replace(now, id="digest", held=Held.DIGEST, findings=()),
        "earlier": replace(now, id="earlier", text=GREEK, sections=(), findings=()),
        "misread": replace(now, id="misread", text=GREEK * 2, sections=(), findings=()),
    }
    captures = Captures(folder, library.catalogue)
    addresses = ["file:///a", *(f"https://example.wales/{number}" for number in range(5))]
    kept = [
        captures.keep(Received(url=url, final_url=url, status=200, headers=(), body=url.encode(), at=NOON)) for url in addresses
    ]
    captures.close()
    with library.catalogue.writing() as write:
        write.put_publication(past)
        for text in texts.values():
            write.put_document(text)
        write.reread("misread", now)
        write.put_publication(entry("unread", PublicationType.GUIDANCE)[0])
        write.mark_gone("past", day, basis=GREEK)
        read_into(write, now.id, kept)
    library.captures = captures
    visits = Visits(library.catalogue)
    every = [Visit(url=f"https://example.wales/{one}", outcome=one, publication_id="past") for one in VisitOutcome]
    several = [Visit(url=f"http://example.wales/{number}", reason=GREEK) for number in range(ROWS + 1)]
    for number, made in enumerate([every, several, []]):
        crawl_id = visits.begin(str(number), made, at=NOON)
        for visit in made:
            visits.done(crawl_id, visit)
        if made is every:
            visits.end(crawl_id, at=NOON)


@pytest.fixture(scope="module")
def bracketed(greek: Library) -> Iterator[TestClient]:
    yield from site_in(greek, bracketing())


@lru_cache(maxsize=1)
def bracketing() -> Press:
    """A press in that language, whose templates are read once."""
    return Press({"en": Messages("en", Bracketed())})


def site_in(library: Library | None, press: Press) -> Iterator[TestClient]:
    app = make_app(library)
    app.state.press = press
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def scripted(library: Library, answer: Answer) -> Library:
    """A library that gives this answer to every question."""
    return Scripted(library, lambda question: replace(answer, question=question))


def unsaid(html: str) -> list[str]:
    """What a page says in words of ours that are not messages."""
    page = BeautifulSoup(html, "lxml")
    for kept in page.select(KEPT):
        kept.clear()
    texts = [str(string) for string in page.find_all(string=True) if not isinstance(string, (Comment, Doctype))]
    texts += [tag[name] for tag in page.find_all(True) for name in SPOKEN if name in tag.attrs]
    texts += [tag["content"] for tag in page.select("meta[name=description]") if isinstance(tag, Tag)]
    bare = [NAMES.sub("", re.sub(r"⟦[^⟦⟧]*⟧", "", text)) for text in texts]
    return [text for text in bare if re.search(r"[A-Za-z]", text)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_word_of_every_page_is_a_message(bracketed: TestClient, address: str) -> None:
    response = bracketed.get(address)
    assert "⟦" in response.text
    assert unsaid(without_english_details(response.text)) == []


def without_english_details(html: str) -> str:
    """A page without the error's own English sentence, which is shown beside the message in English only."""
    page = BeautifulSoup(html, "lxml")
    for tag in page.select(".problem > p, main > .narrow > p.lead"):
        if "⟦" not in tag.get_text():
            tag.decompose()
    return str(page)


def citations_of(library: Library) -> tuple[Citation, ...]:
    """A citation of a full text, and one of a digest."""
    made = []
    for n, name in enumerate(["state", "law"], 1):
        publication, document = library.catalogue.publication(name), library.catalogue.current_document(name)
        assert publication is not None
        assert document is not None
        start = document.text.index(".") - 2
        span = Span(start, start + 3)
        quote = document.text[span.start : span.end]
        citation = cite(n=n, publication=publication, document=document, passage_id="x", span=span, quote=quote)
        assert citation is not None
        made.append(citation)
    return tuple(made)


@pytest.mark.parametrize("status", AnswerStatus)
@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("filters", ["", "&type=letter&any_status=true"])
def test_every_word_of_every_kind_of_answer_is_a_message(
    greek: Library, status: AnswerStatus, dated: bool, filters: str
) -> None:
    answered = status in (AnswerStatus.ANSWERED, AnswerStatus.ANSWERED_PARTLY)
    question = greek.read(Asked(q=GREEK))
    answer = Answer(
        question=question,
        status=status,
        reason="for the log",
        statements=tuple(Statement(text=one.quote, citations=(one.n,)) for one in citations_of(greek)) if answered else (),
        citations=citations_of(greek) if answered else (),
        nearest=() if answered else greek.search(question).shown,
        searched=Searched(
            publications=7 if dated else 1, first=date(2019, 1, 1) if dated else None, last=date(2024, 5, 1) if dated else None
        ),
    )
    for client in site_in(Scripted(greek, lambda asked: replace(answer, question=asked)), bracketing()):
        response = client.get(f"/answers?q={GREEK}{filters}")
        assert response.status_code == 200
        assert unsaid(response.text) == []
        assert "for the log" not in response.text


@pytest.mark.parametrize("refusal", [None, *Refusal])
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("parameters", ["", "&as_of=2023-05-01&mode=strict", f"&after={GREEK}&kind=when&scope=history"])
def test_every_word_about_an_answer_is_a_message(
    greek: Library, refusal: Refusal | None, level: Level, parameters: str
) -> None:
    """Its refusal or its notes, chance and checks; words before it, items left out, its level and what replaced it."""
    question = greek.read(Asked(q=GREEK))
    cited = citations_of(greek)
    start = cited[0].span.start
    full = Statement(
        text=cited[0].quote,
        citations=(1,),
        short=Short(span=Span(start, start + 2), words=GREEK, value=GREEK),
        context=Span(0, 3),
        more=2,
        level=level,
    )
    shown = refusal in (None, Refusal.ONLY_SUPERSEDED)
    answer = Answer(
        question=question,
        status=AnswerStatus.UNANSWERED_NO_EVIDENCE if refusal else AnswerStatus.ANSWERED,
        reason="for the log",
        statements=(full, Statement(text=GREEK, citations=(2,), written=True, more=1)) if shown else (),
        citations=cited if shown else (),
        nearest=() if shown else greek.search(question).shown,
        searched=Searched(publications=7, first=date(2019, 1, 1), last=date(2024, 5, 1)),
        refusal=refusal,
        probability=0.6,
        notes=tuple(Note),
        replaced_by={one.publication.id: one.publication for one in cited},
        checked=Checked(passed=1, rejected={"numbers": 1}),
    )
    for client in site_in(Scripted(greek, lambda asked: replace(answer, question=asked)), bracketing()):
        response = client.get(f"/answers?q={GREEK}{parameters}")
        assert response.status_code == 200
        assert unsaid(response.text) == []


def test_every_word_while_loading_and_after_a_fault_is_a_message(greek: Library) -> None:
    press = bracketing()
    for client in site_in(None, press):
        assert unsaid(client.get("/").text) == []
    broken = Scripted(greek, None)  # type: ignore[arg-type]
    for client in site_in(broken, press):
        response = client.get(f"/answers?q={GREEK}")
        assert response.status_code == 500
        assert unsaid(response.text) == []
        assert client.post("/search").status_code == 405
        assert "⟦" in client.post("/search").text


def test_these_tests_would_see_a_word_that_is_no_message(bracketed: TestClient) -> None:
    assert unsaid("<main><p>⟦Hello⟧ there</p><img alt='picture'></main>") == [" there", "picture"]
    found = BeautifulSoup(bracketed.get(f"/search?q={GREEK}&limit=1&any_status=true&page=2").text, "lxml")
    assert len(found.select(".hit")) == 1
    assert len(found.select(".pager a")) > 3
    assert BeautifulSoup(bracketed.get("/documents/event?start=0&end=5").text, "lxml").select("mark#quote")


def test_quotation_marks_stand_around_the_publishers_exact_words_only(greek: Library) -> None:
    full, digest = citations_of(greek)
    texts = ((full.quote, (1,)), (f"{full.quote} {GREEK}", (1, 2)), (digest.quote, (2,)))
    answer = Answer(
        question=greek.read(Asked(q=GREEK)),
        status=AnswerStatus.ANSWERED,
        reason="",
        statements=tuple(Statement(text=text, citations=numbers) for text, numbers in texts),
        citations=(full, digest),
        nearest=(),
        searched=Searched(publications=1, first=None, last=None),
    )
    for client in site_in(
        Scripted(greek, lambda asked: replace(answer, question=asked)), Press({"en": Messages("en", NullTranslations())})
    ):
        page = BeautifulSoup(client.get(f"/answers?q={GREEK}").text, "lxml")
        assert [tag.get_text().strip().startswith("“") for tag in page.select(".statement")] == [True, False, False]
