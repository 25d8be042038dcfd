"""Crawling as a person runs it: real processes against publishers on this machine, exit codes and sentences.

Each command is started once as a person starts it (`fresh`); the other processes are forked from one that has the libraries.
"""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from corpus.settings import ROOT
from tests import forked
from tests.publishers import pdfs
from tests.publishers.made_pages import govwales, statement
from tests.publishers.server import Answer, Publishers, redirect
from tests.publishers.site import put_file, put_page, put_rules

CANLLAW = str(Path(sys.executable).parent / "canllaw")
SECONDS = 120
PAGE, FILE = "https://www.gov.wales/kites", "https://www.gov.wales/sites/default/files/kites.pdf"
WELSH = "https://www.llyw.cymru/barcudiaid"
CLOSED = "https://estyn.gov.wales/kites"
STRANGE: Mapping[str, str] = {
    "http://www.gov.wales/kites": "only 'https://' is used",
    "https://127.0.0.1/kites": "not one of the publishers'",
    "https://[::1]/kites": "not one of the publishers'",
    "https://169.254.169.254/latest/meta-data/": "not one of the publishers'",
    "https://2130706433/kites": "not one of the publishers'",
    "https://www.gov.wales@kites.example/": "a name or a password before '@'",
    "https://www.gov.wales:8443/strings": "it names a port",
    "https://www.gov.wales.kites.example/": "not one of the publishers'",
    "https://www.gov.wales/private/kites": "asks programs not to read it",
    "https://www.gov.wales/away": "redirects to where we do not go",
    "file:///etc/hostname": "only 'https://' is used",
}
"""Addresses by hand that must not be read, with why."""


@dataclass(frozen=True)
class Town:
    """A data folder, and the publishers it was crawled from."""

    data: Path
    publishers: Publishers

    def environment(self, **more: str) -> dict[str, str]:
        known = {"CANLLAW_DATA_DIR": str(self.data), "CANLLAW_LOOPBACK_PORT": str(self.publishers.port)}
        return os.environ | known | {"CANLLAW_CONTACT": "kites@school.example"} | more

    def run(self, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return forked.run_canllaw(words, self.environment(**more), timeout=SECONDS)

    def fresh(self, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [CANLLAW, *words],
            env=self.environment(**more),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def json(self, *words: str) -> Any:
        done = self.run(*words, "--json")
        return json.loads(done.stdout)


def guidance(words: str) -> bytes:
    return govwales(PAGE, "School kites: guidance", words, files={FILE: "Kites: the plan"}, twin=WELSH)


@pytest.fixture(scope="module")
def publishers() -> Iterator[Publishers]:
    welsh = "Mae'r canllaw hwn ar gyfer pawb sydd yn hedfan barcud ar dir yr ysgol yn ystod y dydd."
    with Publishers() as playing:
        put_rules(playing, PAGE, WELSH, CLOSED)
        put_page(playing, PAGE, guidance("Every school keeps its kites in a dry cupboard behind the hall."))
        put_page(playing, WELSH, govwales(WELSH, "Barcudiaid ysgol: canllawiau", welsh, twin=PAGE, language="cy"))
        put_file(playing, FILE, pdfs.lists())
        playing.put(CLOSED, Answer(status=403, body=b"no"))
        playing.put("https://www.gov.wales/away", redirect("https://10.0.0.1/"))
        yield playing


@pytest.fixture(scope="module")
def town(publishers: Publishers, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town") / "data", publishers)


@pytest.fixture(scope="module")
def first(town: Town) -> "subprocess.CompletedProcess[str]":
    """The first crawl of one address and all that belongs to it."""
    return town.fresh("crawl", PAGE)


def test_a_crawl_tells_what_it_does_and_what_came_of_it(first: "subprocess.CompletedProcess[str]") -> None:
    assert first.returncode == 0, first.stderr
    assert re.fullmatch(rf"Crawl 1 of {PAGE}, begun \d\d \w+ \d{{4}} [\d:]{{8}}, ended [\d:]{{8}}\n3 fetched\n", first.stdout)
    assert first.stderr.splitlines() == [f"fetched    {PAGE}", f"fetched    {FILE}", f"fetched    {WELSH}"]


def test_publishers_are_told_who_asks(first: object, publishers: Publishers) -> None:
    del first
    agents = {one.headers["user-agent"] for one in publishers.requests}

    assert len(agents) == 1
    assert re.match(r"Canllaw/[\d.]+ \(\+kites@school\.example; ", agents.pop())


def test_a_second_crawl_finds_all_as_it_was(town: Town, first: object) -> None:
    del first
    crawl = town.json("crawl", PAGE)

    assert crawl["asked"] == PAGE
    assert crawl["counts"] == {"unchanged": 3}
    assert [(one["url"], one["status"]) for one in crawl["visits"]] == [(PAGE, 304), (FILE, 304), (WELSH, 304)]
    assert crawl["visits"][1]["found_on"] == PAGE
    assert crawl["ended_at"] > crawl["started_at"]


def test_a_dry_run_asks_nothing(town: Town, publishers: Publishers) -> None:
    before = len(publishers.requests)

    done = town.run("crawl", PAGE, WELSH, "--dry-run", CANLLAW_CONTACT="")

    assert (done.returncode, done.stdout) == (
        0,
        f"page     {PAGE}\npage     {WELSH}\n2 addresses; nothing was asked.\n",
    )
    assert len(publishers.requests) == before


def test_a_dry_run_of_a_publisher_names_its_listings(town: Town) -> None:
    done = town.run("crawl", "--source", "Estyn", "--dry-run")

    assert "listing  https://estyn.gov.wales/inspection-guidance/\n" in done.stdout
    assert "gov.wales/announcements" not in done.stdout


def test_nobody_is_asked_by_somebody_who_cannot_be_reached(town: Town, publishers: Publishers) -> None:
    before = len(publishers.requests)

    done = town.run("crawl", PAGE, CANLLAW_CONTACT="")

    assert done.returncode == 2
    assert done.stderr.strip() == (
        "Publishers must be able to reach whoever reads their pages. Set CANLLAW_CONTACT to your mail or web address, as in "
        "CANLLAW_CONTACT=knowledge@school.example, then crawl again."
    )
    assert len(publishers.requests) == before


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((PAGE, "--source", "Estyn"), 2, "Give addresses, or --source, or --publication: one of them."),
        (("--source", "Kitekind"), 2, "There is no source 'Kitekind'. Sources: Welsh Government, Hwb, Estyn, Senedd"),
        (("--publication", "no-such"), 1, "No publication 'no-such' is held. Search by title to find its id."),
        (("--since", "May"), 2, "'May' is no day. Write it as 2024-05-01."),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(town: Town, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = town.run("crawl", *words)

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.strip().startswith(sentence)


@pytest.fixture(scope="module")
def strange(town: Town) -> "subprocess.CompletedProcess[str]":
    """One crawl of all addresses that must not be read."""
    return town.run("crawl", *STRANGE)


@pytest.mark.parametrize(("url", "why"), STRANGE.items())
def test_an_address_that_leads_elsewhere_is_refused_and_the_command_fails(
    strange: "subprocess.CompletedProcess[str]", url: str, why: str
) -> None:
    (line,) = [one for one in strange.stdout.splitlines() if one.startswith(f"refused    {url}: ")]

    assert why in line
    assert line in strange.stderr
    assert strange.returncode == 1


def test_the_report_of_many_addresses_counts_them(strange: "subprocess.CompletedProcess[str]") -> None:
    *_, began, counts = strange.stdout.splitlines()

    assert re.match(rf"Crawl \d+ of {len(STRANGE)} addresses, begun ", began)
    assert counts == f"{len(STRANGE)} refused"


def test_nothing_but_the_publishers_was_asked(strange: object, publishers: Publishers) -> None:
    del strange
    assert {one.host for one in publishers.requests} <= {"www.gov.wales", "www.llyw.cymru", "estyn.gov.wales"}
    assert not [one.target for one in publishers.requests if one.target.startswith("/private")]


def test_a_publisher_that_refuses_is_no_dead_end(town: Town) -> None:
    done = town.run("crawl", CLOSED)

    assert done.returncode == 1
    assert "import it with `canllaw ingest`: the result is the same." in done.stdout


def test_two_crawls_at_once_are_one_too_many(town: Town) -> None:
    with FileLock(town.data / "crawl.lock"):
        done = town.run("crawl", PAGE)

    assert done.returncode == 2
    assert done.stderr.startswith(f"Another crawl or reparse is at work in '{town.data}'. Wait until it ends")


def test_a_crawl_that_is_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    with Publishers() as publishers:
        here = Town(tmp_path / "data", publishers)
        urls = [f"https://{host}/kites" for host in ("www.gov.wales", "estyn.gov.wales", "hwb.gov.wales")]
        put_rules(publishers, *urls)
        for url in urls:
            put_page(publishers, url, statement(url, f"kites of {url}", f"Kites fly over {url}."))
        stopped = forked.canllaw(["crawl", *urls], here.environment())
        assert stopped.stderr.readline() == f"fetched    {urls[0]}\n"
        stopped.send_signal(signal.SIGINT)
        stopped.communicate(timeout=SECONDS)
        assert stopped.returncode == 130

        crawl = here.json("crawl", *urls)

        assert crawl["id"] == 1
        assert {one["outcome"] for one in crawl["visits"]} <= {"fetched", "unchanged"}
        assert publishers.asked("www.gov.wales").count("/kites") == 1


# What was kept.


def test_reparse_reads_all_again_and_asks_nobody(town: Town, first: object, publishers: Publishers) -> None:
    del first
    before = len(publishers.requests)

    done = town.fresh("reparse", CANLLAW_CONTACT="")

    assert (done.returncode, done.stdout, done.stderr) == (0, "3 texts read again: 3 unchanged\n", "")
    assert len(publishers.requests) == before


@pytest.fixture(scope="module")
def indexed(town: Town, first: object) -> Town:
    """The town, its page changed since the first crawl, all of it in the index."""
    del first
    put_page(town.publishers, PAGE, guidance("Every school hangs its kites from the ceiling of the hall."))
    assert town.json("crawl", PAGE)["counts"] == {"changed": 1, "unchanged": 2}
    done = town.run("index")
    assert done.returncode == 0, done.stderr
    return town


def test_verify_proves_that_all_agree(indexed: Town) -> None:
    done = indexed.fresh("verify")

    assert (done.returncode, done.stdout) == (0, "Catalogue, captures and index agree: 0 differences.\n")


def test_verify_names_half_a_record_and_mends_it(indexed: Town) -> None:
    file = max((indexed.data / "captures").iterdir())
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:100])

    found = indexed.run("verify")
    mended = indexed.run("verify", "--mend")

    what = f"captures  '{file.name}' breaks off in the middle of a record, at byte {len(whole):,}."
    assert found.stdout == f"{what} (`--mend`: the half record is cut off)\n1 differences, 1 left.\n"
    assert found.returncode == 1
    assert mended.stdout == f"{what} (mended: the half record is cut off)\n1 differences, 0 left.\n"
    assert mended.returncode == 0
    assert file.read_bytes() == whole


def test_a_publication_is_shown_with_its_versions(indexed: Town) -> None:
    (key,) = {one["publication_id"] for one in indexed.json("crawl", PAGE)["visits"] if one["url"] == PAGE}

    shown = indexed.json("publication", "show", key)
    lines = indexed.fresh("publication", "show", key).stdout

    new, old = shown["versions"]
    assert (new["current"], old["current"]) == (True, False)
    assert new["read_from"] == old["read_from"] == [PAGE]
    assert new["valid_from"] == old["valid_to"]
    assert "School kites: guidance\n" in lines
    assert f"  now {new['document_id']}" in lines
    assert f"      {old['document_id']}" in lines


def test_a_publication_that_is_not_held_is_said_so(indexed: Town) -> None:
    done = indexed.run("publication", "show", "no-such")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "No publication 'no-such' is held. Search for its title to find its id.\n"
