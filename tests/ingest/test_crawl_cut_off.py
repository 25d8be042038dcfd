"""A crawl that is cut off anywhere goes on where it was: nothing is asked twice, and it ends as if nothing had happened."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from corpus.captures import ReadAs, Received
from corpus.recovery import recover
from corpus.visits import Purpose, Visit
from ingest.parsed import Parsed
from ingest.read import parse
from ingest.unread import SUPERSEDED, pages_unread
from tests.publishers import pdfs
from tests.publishers.made_pages import GUIDE, govwales, guide, statement
from tests.publishers.runs import SOURCES, Runs, State, state
from tests.publishers.server import Answer, Publishers, redirect
from tests.publishers.site import HTML, listing, put_file, put_page, put_rules

HOST = "https://www.gov.wales"
PAGE, TWIN, NEWS, NODE = f"{HOST}/kites", "https://www.llyw.cymru/barcudiaid", f"{HOST}/statement", f"{HOST}/node/7"
FILES = (f"{HOST}/sites/default/files/kites.pdf", f"{HOST}/sites/default/files/strings.pdf")
PLAN = "https://hwb.gov.wales/api/storage/7/kite-plan.pdf"
LOST = f"{HOST}/sites/default/files/lost.pdf"
PARTS = guide("Kites in the yard", {"First": ["Buy a kite."], "Second": ["Fly a kite."], "Third": ["Mend it."]}, file=PLAN)
WELSH = "Mae'r canllaw hwn ar gyfer pawb sydd yn hedfan barcud ar dir yr ysgol yn ystod y dydd."
ASKED = (PAGE, NODE, next(iter(PARTS)))
VISITS = 13
"""Of one whole crawl: ten addresses, and three parts told of again once they are put together."""
READINGS = 12
"""Of one whole crawl: three pages, three files, and three parts, each alone and together."""


@lru_cache(maxsize=1)
def files() -> Sequence[bytes]:
    return pdfs.lists(), pdfs.printed_numbers(), pdfs.letters()


def lay(publishers: Publishers) -> None:
    put_rules(publishers, PAGE, TWIN, PLAN)
    names = dict(zip((*FILES, LOST), ("Kites", "Strings", "Lost"), strict=True))
    put_page(publishers, PAGE, govwales(PAGE, "Kites: guidance", "Kites are for all.", files=names, twin=TWIN))
    put_page(publishers, TWIN, govwales(TWIN, "Barcudiaid: canllawiau", WELSH, twin=PAGE, language="cy"))
    put_page(publishers, NEWS, statement(NEWS, "kites", "Kites fly again."))
    publishers.put(NODE, redirect("/statement"))
    for url, data in zip((*FILES, PLAN), files(), strict=True):
        put_file(publishers, url, data)
    for url, page in PARTS.items():
        put_page(publishers, url, page)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The catalogue after a crawl that nothing cut off."""
    with Publishers() as publishers, Runs(tmp_path_factory.mktemp("whole"), publishers) as runs:
        lay(publishers)
        told: list[Visit] = []
        crawl = runs.crawl(*ASKED, on_visit=told.append)
        assert len(told) == VISITS
        assert len(crawl.visits) == VISITS - len(PARTS)
        return state(runs.catalogue)


@contextmanager
def cut_off() -> Iterator[None]:
    with pytest.raises(KeyboardInterrupt):
        yield


class Knife:
    """Ends what calls it, at the nth call."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


def reading_until(knife: Knife):  # type: ignore[no-untyped-def]
    def read(kind: str, data: bytes, *, name: str) -> Parsed:
        knife()
        return parse(kind, data, name=name)

    return read


def pages_asked(publishers: Publishers) -> Counter[str]:
    return Counter(path for path in publishers.asked() if not path.endswith("/robots.txt"))


@pytest.mark.parametrize("visits", range(1, VISITS + 1))
def test_after_a_cut_between_visits_no_address_is_asked_for_again(
    tmp_path: Path, publishers: Publishers, whole: State, visits: int
) -> None:
    lay(publishers)
    with cut_off(), Runs(tmp_path, publishers) as runs:
        runs.crawl(*ASKED, on_visit=Knife(visits))
    with Runs(tmp_path, publishers) as runs:  # a process of its own: nothing is remembered but what is written down
        crawl = runs.crawl(*ASKED)

        assert crawl.id == 1
        assert crawl.ended_at
        assert set(pages_asked(publishers).values()) == {1}
        assert state(runs.catalogue) == whole
        assert runs.captures.unread() == []


@pytest.mark.parametrize("readings", range(1, READINGS + 1))
def test_after_a_cut_inside_a_visit_only_that_address_is_asked_for_again(
    tmp_path: Path, publishers: Publishers, whole: State, readings: int
) -> None:
    lay(publishers)
    with cut_off(), Runs(tmp_path, publishers, parse=reading_until(Knife(readings))) as runs:
        runs.crawl(*ASKED)
    with Runs(tmp_path, publishers) as runs:
        runs.crawl(*ASKED)

        asked = pages_asked(publishers)
        twice = {path for path, count in asked.items() if count > 1}
        assert max(asked.values()) <= 2
        assert len(twice - {NEWS.removeprefix("https://")}) <= 1  # the statement is where the page's number leads
        assert state(runs.catalogue) == whole
        assert runs.captures.unread() == []


def test_a_crawl_cut_off_again_and_again_ends_as_one_that_was_not(tmp_path: Path, publishers: Publishers, whole: State) -> None:
    lay(publishers)
    for _ in range(VISITS):
        try:
            with Runs(tmp_path, publishers) as runs:
                runs.crawl(*ASKED, on_visit=Knife(1))
        except KeyboardInterrupt:
            continue
        break

    with Runs(tmp_path, publishers) as runs:
        assert state(runs.catalogue) == whole
        assert set(pages_asked(publishers).values()) == {1}


def test_another_crawl_is_another_crawl_and_the_one_cut_off_still_goes_on(tmp_path: Path, publishers: Publishers) -> None:
    lay(publishers)
    with Runs(tmp_path, publishers) as runs:
        with cut_off():
            runs.crawl(*ASKED, on_visit=Knife(2))
        runs.next_day()

        assert [visit.url for visit in runs.crawl(NEWS).visits] == [NEWS]
        assert runs.visits.crawl(1).ended_at is None  # type: ignore[union-attr]

        crawl = runs.crawl(*ASKED)
        assert (crawl.id, len(crawl.visits)) == (1, VISITS - len(PARTS))
        assert runs.crawl(*ASKED).id == 3


def test_a_crawl_of_listings_goes_on_with_what_they_named(tmp_path: Path, publishers: Publishers) -> None:
    urls = [f"{HOST}/{name}" for name in ("one", "two", "three")]
    put_rules(publishers, PAGE)
    titles = {name: f"Written Statement: school {name}" for name in ("one", "two", "three")}
    publishers.put(f"{HOST}/announcements/search", Answer(headers=HTML, body=listing(titles)))
    for url in urls:
        put_page(publishers, url, statement(url, f"school {url}", f"All about {url}."))
    (source,) = [one for one in SOURCES.all if one.name == "Welsh Government"]
    sources = replace(SOURCES, all=(replace(source, listings=source.listings[:1]),))

    with Runs(tmp_path, publishers, sources=sources) as runs:
        with cut_off():
            runs.crawl(on_visit=Knife(2))
        crawl = runs.crawl()

        assert [visit.url for visit in crawl.visits if visit.purpose is Purpose.PAGE] == urls
        assert set(pages_asked(publishers).values()) == {1}
        assert [one.url for one in runs.catalogue.publications()] == sorted(urls, key=lambda url: url.replace("two", "z"))


# What a kill leaves between keeping and reading.


def kept(runs: Runs, url: str, body: bytes, *, status: int = 200) -> str:
    received = Received(
        url=url,
        final_url=url,
        status=status,
        headers=(("Content-Type", "text/html"),),
        body=body,
        at=runs.time.now(),
    )
    return runs.captures.keep(received).id


def test_what_was_kept_and_not_read_is_taken_for_what_it_is(tmp_path: Path, publishers: Publishers) -> None:
    with Runs(tmp_path, publishers) as runs:
        runs.visits.begin("everything", [Visit(url=f"{HOST}/list", purpose=Purpose.LISTING)], at=runs.time.now())
        ids = {
            "page": kept(runs, NEWS, statement(NEWS, "kites", "Kites fly.")),
            "listing": kept(runs, f"{HOST}/list", listing({"kites": "Kites"})),
            "no such page": kept(runs, f"{HOST}/lost", b"<html><head><title>Page not found</title></head></html>"),
            "older answer": kept(runs, PAGE, govwales(PAGE, "Kites: guidance", "Old words.")),
        }
        runs.next_day()
        ids["answer"] = kept(runs, PAGE, govwales(PAGE, "Kites: guidance", "New words."))

        waiting = [one.id for one in pages_unread(runs.intake, runs.visits)]

        assert waiting == [ids["page"], ids["answer"]]
        made = {name: runs.captures.capture(key) for name, key in ids.items()}
        assert {name: one.read_as for name, one in made.items()} == {
            "page": None,
            "listing": ReadAs.LISTING,
            "no such page": ReadAs.NO_CONTENT,
            "older answer": ReadAs.NO_CONTENT,
            "answer": None,
        }
        assert made["older answer"].reason == SUPERSEDED


def test_the_next_crawl_reads_what_was_kept_before_it_asks_for_anything(tmp_path: Path, publishers: Publishers) -> None:
    put_rules(publishers, PAGE)
    put_page(publishers, PAGE, govwales(PAGE, "Kites: guidance", "Kites are for all."))
    with Runs(tmp_path, publishers) as runs:
        kept(runs, NEWS, statement(NEWS, "kites", "Kites fly."))
        held: list[Sequence[str | None]] = []
        runs.crawl(PAGE, on_visit=lambda _: held.append([one.url for one in runs.catalogue.publications()]))

        assert sorted(map(str, held[0])) == [PAGE, NEWS]


def test_a_record_without_a_row_and_half_a_record_are_put_right_by_the_next_crawl(
    tmp_path: Path, publishers: Publishers
) -> None:
    lay(publishers)
    with Runs(tmp_path, publishers) as runs:
        runs.crawl(NEWS)
        said = state(runs.catalogue)
    (file,) = (tmp_path / "captures").iterdir()
    record = file.read_bytes()
    with Runs(tmp_path / "other", publishers) as other:  # where it has no row
        other.captures.folder.mkdir()
        (other.captures.folder / file.name).write_bytes(record + record[: len(record) // 2])

        other.crawl(PLAN)

        assert state(other.catalogue).items() >= said.items() - {("relations", said["relations"])}
        assert (other.captures.folder / file.name).read_bytes() == record


def test_a_file_that_another_process_is_writing_is_left_to_it(tmp_path: Path, publishers: Publishers) -> None:
    lay(publishers)
    with Runs(tmp_path, publishers) as runs, Runs(tmp_path, publishers) as other:
        runs.crawl(NEWS)
        (file,) = (tmp_path / "captures").iterdir()
        with file.open("ab") as opened:  # as it is between two writes of one record
            opened.write(b"\x1f\x8b half")

        recover(other.captures)
        assert file.read_bytes().endswith(b"\x1f\x8b half")

        runs.captures.close()
        recover(other.captures)
        assert not file.read_bytes().endswith(b"half")
        assert [one.url for one in other.captures.all()] == [NEWS]


def test_the_guide_is_where_it_should_be() -> None:
    assert all(url.startswith(GUIDE) for url in PARTS)
