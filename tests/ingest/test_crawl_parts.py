"""A guide in parts is read whole or not at all: whatever comes, and whatever fails, new and old parts never stand together."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from corpus.visits import Visit, VisitOutcome
from ingest.agreement import mend
from tests.publishers import pdfs
from tests.publishers.made_pages import GUIDE, govwales, guide
from tests.publishers.runs import Runs, at
from tests.publishers.server import Answer, Publishers
from tests.publishers.site import put_file, put_page, put_rules

NAMES = ("First", "Second", "Third", "Fourth")
URLS = [f"{GUIDE}{name.lower()}/" for name in NAMES]
OTHER = "https://www.gov.wales/otters"
PLAN = "https://hwb.gov.wales/api/storage/7/kite-plan.pdf"


def edition(word: str, *names: str) -> Mapping[str, bytes]:
    return guide("Kites in the yard", {name: [f"{name} of all, {word} words."] for name in names or NAMES}, file=PLAN)


def lay(publishers: Publishers, pages: Mapping[str, bytes]) -> None:
    for url, page in pages.items():
        put_page(publishers, url, page)


@pytest.fixture
def runs(tmp_path: Path, publishers: Publishers) -> Iterator[Runs]:
    put_rules(publishers, GUIDE, OTHER)
    put_page(publishers, OTHER, govwales(OTHER, "Otters: guidance", "Otters swim."))
    lay(publishers, edition("old"))
    with Runs(tmp_path / "data", publishers) as made:
        yield made


@pytest.fixture
def held(runs: Runs, publishers: Publishers) -> str:
    """The guide's id, its old edition read, its new one on the site."""
    runs.crawl(URLS[0])
    runs.next_day()
    lay(publishers, edition("new"))
    return str(runs.catalogue.publication_met_at(URLS[0]))


def editions(runs: Runs, publication_id: str) -> list[set[str]]:
    """Which words every version has: of one edition, unless two were mixed."""
    texts = [version.document.text for version in runs.catalogue.versions(publication_id)]
    return [{word for word in ("old", "new") if f"{word} words." in text} for text in texts]


@pytest.mark.parametrize("place", range(len(URLS)))
def test_every_part_leads_to_all_others(runs: Runs, place: int) -> None:
    crawl = runs.crawl(URLS[place])

    assert {visit.url for visit in crawl.visits} == {*URLS, PLAN}
    assert {at(crawl, url).outcome for url in URLS} == {VisitOutcome.FETCHED}
    assert len({at(crawl, url).publication_id for url in URLS}) == 1
    (publication,) = runs.catalogue.publications()
    assert publication.url == URLS[0]


def test_a_file_that_a_part_lists_is_fetched_too(runs: Runs, publishers: Publishers) -> None:
    put_file(publishers, PLAN, pdfs.letters())

    crawl = runs.crawl(URLS[0])

    assert at(crawl, PLAN).outcome is VisitOutcome.FETCHED
    annexes = [(one.source, one.target) for one in runs.catalogue.relations()]
    assert annexes == [(at(crawl, PLAN).publication_id, at(crawl, URLS[0]).publication_id)]


def test_a_guide_whose_every_part_changed_is_one_new_version(runs: Runs, held: str) -> None:
    crawl = runs.crawl(URLS[0])

    assert editions(runs, held) == [{"new"}, {"old"}]
    assert {at(crawl, url).outcome for url in URLS} == {VisitOutcome.CHANGED}
    assert runs.captures.unread() == []


@pytest.mark.parametrize("failing", range(len(URLS)))
@pytest.mark.parametrize("status", [503, 403, 404])
def test_while_one_part_does_not_come_the_version_before_stays(
    runs: Runs, publishers: Publishers, held: str, failing: int, status: int
) -> None:
    publishers.put(URLS[failing], Answer(status=status))
    entry = URLS[(failing + 1) % len(URLS)]

    crawl = runs.crawl(entry)

    assert editions(runs, held) == [{"old"}]
    came = [url for url in URLS if url != URLS[failing]]
    assert {at(crawl, url).outcome for url in came} == {VisitOutcome.WAITING}
    reason = f"and '{URLS[failing]}' was not asked for since: new and old ones are not put together. Crawl again."
    assert all(str(at(crawl, url).reason).endswith(reason) for url in came)

    mend(runs.intake)
    assert editions(runs, held) == [{"old"}]

    runs.next_day()
    lay(publishers, edition("new"))
    crawl = runs.crawl(entry)
    assert editions(runs, held) == [{"new"}, {"old"}]
    assert runs.captures.unread() == []


@pytest.mark.parametrize("visits", range(1, len(URLS) + 1))
def test_another_crawl_in_between_does_not_mix_what_was_cut_off(runs: Runs, held: str, visits: int) -> None:
    left = visits

    def cut(_: Visit) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runs.crawl(URLS[0], on_visit=cut)
    runs.crawl(OTHER)
    assert editions(runs, held) in ([{"old"}], [{"new"}, {"old"}])
    assert (len(editions(runs, held)) == 2) == (visits == len(URLS))

    runs.crawl(URLS[0])
    assert editions(runs, held) == [{"new"}, {"old"}]
    assert runs.captures.unread() == []


def test_one_changed_part_makes_a_new_version_with_the_others_as_they_are(runs: Runs, publishers: Publishers) -> None:
    runs.crawl(URLS[0])
    key = str(runs.catalogue.publication_met_at(URLS[0]))
    runs.next_day()
    put_page(publishers, URLS[2], edition("new")[URLS[2]])

    crawl = runs.crawl(URLS[0])

    assert [at(crawl, url).outcome for url in URLS] == [
        VisitOutcome.UNCHANGED,
        VisitOutcome.UNCHANGED,
        VisitOutcome.CHANGED,
        VisitOutcome.UNCHANGED,
    ]
    assert runs.text(key).count("old words.") == 3
    assert runs.text(key).count("new words.") == 1
    runs.next_day()
    assert {visit.outcome for visit in runs.crawl(URLS[0]).visits if visit.url != PLAN} == {VisitOutcome.UNCHANGED}
    new, old = runs.catalogue.versions(key)
    assert old.last_seen < new.first_seen < new.last_seen


def test_a_part_that_changes_twice_before_the_others_come_is_read_once_as_it_is_last(
    runs: Runs, publishers: Publishers, held: str
) -> None:
    publishers.put(URLS[1], Answer(status=503))
    runs.crawl(URLS[0])
    runs.next_day()
    lay(publishers, {URLS[0]: edition("newest")[URLS[0]]})
    runs.crawl(URLS[0])
    runs.next_day()
    lay(publishers, edition("newest"))
    runs.crawl(URLS[0])

    assert runs.text(held).count("newest words.") == len(URLS)
    assert len(runs.catalogue.versions(held)) == 2
    assert runs.captures.unread() == []


@pytest.mark.parametrize("names", [NAMES[:3], (*NAMES, "Fifth")], ids=["one less", "one more"])
def test_a_guide_may_lose_and_gain_parts(runs: Runs, publishers: Publishers, held: str, names: tuple[str, ...]) -> None:
    lay(publishers, edition("new", *names))
    if len(names) < len(NAMES):
        publishers.put(URLS[-1], Answer(status=404))

    runs.crawl(URLS[0])

    assert editions(runs, held) == [{"new"}, {"old"}]
    assert runs.text(held).count("new words.") == len(names)
