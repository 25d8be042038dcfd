"""What is asked of publishers, how often, and what becomes of good, slow, broken and hostile answers; all on this machine."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from corpus.settings import ROOT
from ingest.fetch import Fetcher
from ingest.fetched import Fetched, Hop, Limits, Reason, Refused
from ingest.sources import read_sources
from tests.publishers.clock import START, Clock
from tests.publishers.server import Answer, Publishers, in_turn, packed, page, redirect, robots

SOURCES = read_sources(ROOT / "corpus" / "sources.toml")
AGENT = "Canllaw/0.0 (+https://canllaw.example/; tests)"
HOST = "www.gov.wales"
ROBOTS = f"https://{HOST}/robots.txt"
PAGE = f"https://{HOST}/otters"
MakeFetcher = Callable[..., Fetcher]


@pytest.fixture
def time(publishers: Publishers) -> Clock:
    """The one clock of the fetcher and the publishers."""
    time = Clock()
    publishers.clock = time.clock
    return time


@pytest.fixture
def make_fetcher(publishers: Publishers, time: Clock) -> Iterator[MakeFetcher]:
    with ExitStack() as open_runs:

        def make(**limits: float) -> Fetcher:
            run = Fetcher(
                sources=SOURCES,
                user_agent=AGENT,
                loopback_port=publishers.port,
                limits=Limits(**limits),  # type: ignore[arg-type]
                sleep=time.sleep,
                clock=time.clock,
                now=time.now,
            )
            return open_runs.enter_context(run)

        yield make


@pytest.fixture
def fetcher(make_fetcher: MakeFetcher) -> Fetcher:
    return make_fetcher()


def fetched(outcome: Fetched | Refused) -> Fetched:
    assert isinstance(outcome, Fetched), outcome
    return outcome


def refused(outcome: Fetched | Refused) -> Refused:
    assert isinstance(outcome, Refused), outcome
    assert outcome.detail.endswith(".")
    return outcome


# A good answer.


def test_a_page_comes_whole_with_what_a_capture_needs(publishers: Publishers, fetcher: Fetcher) -> None:
    answer = packed(b"<p>Dyfrgwn</p>")
    publishers.put(PAGE, Answer(headers={**answer.headers, "ETag": '"1"', "Set-Cookie": "seen=1"}, body=answer.body))

    got = fetched(fetcher.fetch(f"{PAGE}#part"))

    assert (got.url, got.final_url, got.status) == (f"{PAGE}#part", PAGE, 200)
    assert got.body == b"<p>Dyfrgwn</p>"
    assert got.media_type == "text/html"
    assert got.headers == (("Content-Type", "text/html"), ("ETag", '"1"'), ("Content-Length", "14"))
    assert got.fetched_at == START + timedelta(seconds=1)  # robots.txt came the second before
    assert got.hops == ()
    assert got.request_headers[:2] == (("Host", HOST), ("User-Agent", AGENT))


def test_we_say_who_we_are_take_one_encoding_and_keep_no_cookies(
    publishers: Publishers, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    publishers.put(PAGE, Answer(headers={"Set-Cookie": "seen=1; Path=/"}, body=b"otters"))

    fetched(fetcher.fetch(PAGE))
    fetched(fetcher.fetch(PAGE))

    assert len(publishers.requests) == 3
    for asked in publishers.requests:
        assert asked.headers["user-agent"] == AGENT
        assert asked.headers["accept-encoding"] == "gzip"
        assert "cookie" not in asked.headers
        assert "referer" not in asked.headers


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("gzipped", [False, True])
def test_every_way_to_send_a_body_gives_the_same_bytes(
    publishers: Publishers, fetcher: Fetcher, chunked: bool, gzipped: bool
) -> None:
    body = "Ysgol y Tŵr. ".encode() * 10_000
    headers = {"Content-Encoding": "gzip"} if gzipped else {}
    publishers.put(PAGE, Answer(headers=headers, body=gzip.compress(body) if gzipped else body, chunked=chunked))

    got = fetched(fetcher.fetch(PAGE))

    assert got.body == body
    assert got.headers == (("Content-Length", str(len(body))),)


@pytest.mark.parametrize("status", [200, 204, 206, 300, 400, 401, 403, 404, 410, 418, 451])
def test_an_answer_below_500_is_handed_on_whatever_its_status(publishers: Publishers, fetcher: Fetcher, status: int) -> None:
    publishers.put(PAGE, Answer(status=status, body=b"" if status == 204 else b"otters"))

    got = fetched(fetcher.fetch(PAGE))

    assert got.status == status
    assert publishers.asked(HOST) == ["/robots.txt", "/otters"]


@pytest.mark.parametrize(
    ("held", "sent", "condition"),
    [
        ({"etag": '"7"'}, {"ETag": '"7"'}, ("if-none-match", '"7"')),
        ({"etag": 'W/"7"'}, {"ETag": 'W/"7"'}, ("if-none-match", 'W/"7"')),
        ({"etag": '"dŵr"'.encode().decode("latin-1")}, {"ETag": '"dŵr"'.encode().decode("latin-1")}, None),
        (
            {"last_modified": "Mon, 05 Oct 2026 08:00:00 GMT"},
            {"Last-Modified": "Mon, 05 Oct 2026 08:00:00 GMT"},
            ("if-modified-since", "Mon, 05 Oct 2026 08:00:00 GMT"),
        ),
    ],
)
def test_what_we_hold_is_not_sent_again(
    publishers: Publishers,
    fetcher: Fetcher,
    held: dict[str, str],
    sent: dict[str, str],
    condition: tuple[str, str] | None,
) -> None:
    publishers.put(PAGE, page("Otters", **sent))

    first = fetched(fetcher.fetch(PAGE))
    second = fetched(fetcher.fetch(PAGE, **held))

    assert (first.status, second.status) == (200, 304)
    assert second.body == b""
    assert "content-length" not in {name.lower() for name, _ in second.headers}
    if condition:
        assert publishers.requests[-1].headers[condition[0]] == condition[1]


def test_what_has_changed_is_sent_again(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(PAGE, page("Otters", ETag='"8"'))

    assert fetched(fetcher.fetch(PAGE, etag='"7"')).status == 200


# The rules of a host.


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/otters", False),
        ("User-agent: *\nDisallow: /private/", "/otters", True),
        ("User-agent: *\nDisallow: /", "/otters", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/otters.pdf", False),
        ("User-agent: *\nDisallow: /*?page=", "/otters?page=2", False),
        ("User-agent: *\nDisallow: /\nAllow: /otters", "/otters", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: canllaw\nDisallow:", "/otters", True),
        ("User-agent: *\nDisallow:\n\nUser-agent: Canllaw\nDisallow: /otters", "/otters", False),
        ("User-agent: GPTBot\nDisallow: /", "/otters", True),
        ("\ufeffUser-agent: *\nDisallow: /otters", "/otters", False),
        ("", "/otters", True),
        ("<html>There is no such page, says status 200</html>", "/otters", True),
        ("User-agent: *\nDisallow: /otters\n" + "# filler\n" * 100_000 + "Allow: /otters", "/otters", False),
    ],
)
def test_robots_txt_is_obeyed(publishers: Publishers, fetcher: Fetcher, text: str, path: str, allowed: bool) -> None:
    publishers.put(ROBOTS, robots(text))

    outcome = fetcher.fetch(f"https://{HOST}{path}")

    if allowed:
        fetched(outcome)
        assert publishers.asked(HOST) == ["/robots.txt", path]
    else:
        assert refused(outcome).reason is Reason.ROBOTS
        assert refused(outcome).ours
        assert publishers.asked(HOST) == ["/robots.txt"]


def test_robots_txt_is_read_once_a_run_for_each_host(publishers: Publishers, make_fetcher: MakeFetcher) -> None:
    for fetcher in (make_fetcher(), make_fetcher()):
        for _ in range(3):
            fetched(fetcher.fetch(PAGE))
            fetched(fetcher.fetch("https://hwb.gov.wales/otters"))

    assert publishers.asked(HOST).count("/robots.txt") == 2
    assert publishers.asked("hwb.gov.wales").count("/robots.txt") == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_host_without_robots_txt_lets_us_read(publishers: Publishers, fetcher: Fetcher, status: int) -> None:
    publishers.put(ROBOTS, Answer(status=status, body=b"User-agent: *\nDisallow: /"))

    assert fetched(fetcher.fetch(PAGE)).status == 404


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (500, Reason.SERVER_ERROR),
        (501, Reason.SERVER_ERROR),
        (503, Reason.BUSY),
        (429, Reason.BUSY),
        (599, Reason.SERVER_ERROR),
    ],
)
def test_a_host_whose_robots_txt_fails_is_left_alone_and_asked_again_later(
    publishers: Publishers, make_fetcher: MakeFetcher, time: Clock, status: int, reason: Reason
) -> None:
    fetcher = make_fetcher(attempts=1)
    publishers.put(ROBOTS, in_turn(Answer(status=status), robots("User-agent: *\nDisallow: /otters")))

    first, second = refused(fetcher.fetch(PAGE)), refused(fetcher.fetch(f"{PAGE}-too"))

    assert (first.reason, second.reason) == (reason, reason)
    assert not first.ours
    assert publishers.asked(HOST) == ["/robots.txt"]
    time.sleep(Limits().breaker_seconds)
    assert refused(fetcher.fetch(PAGE)).reason is Reason.ROBOTS
    assert publishers.asked(HOST) == ["/robots.txt", "/robots.txt"]


def test_robots_txt_that_has_moved_is_read_where_it_is(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put("https://gov.wales/robots.txt", redirect(ROBOTS, 301))
    publishers.put(ROBOTS, robots("User-agent: *\nDisallow: /otters"))

    assert refused(fetcher.fetch("https://gov.wales/otters")).reason is Reason.ROBOTS


def test_robots_txt_that_leads_away_closes_the_host(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(ROBOTS, redirect("https://evil.example/robots.txt"))

    assert refused(fetcher.fetch(PAGE)).reason is Reason.REDIRECT_REFUSED
    assert publishers.asked() == [f"{HOST}/robots.txt"]


def test_the_rules_of_every_host_on_the_way_are_obeyed(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(PAGE, redirect("https://hwb.gov.wales/otters"))
    publishers.put("https://hwb.gov.wales/robots.txt", robots("User-agent: *\nDisallow: /otters"))

    assert refused(fetcher.fetch(PAGE)).reason is Reason.ROBOTS
    assert publishers.asked("hwb.gov.wales") == ["/robots.txt"]


# The pace.


def gaps(moments: list[float]) -> list[float]:
    return [round(after - before, 6) for before, after in pairwise(moments)]


def test_no_host_is_asked_twice_within_a_second_by_robots_redirects_and_retries_too(
    publishers: Publishers, fetcher: Fetcher
) -> None:
    hosts = (HOST, "hwb.gov.wales", "estyn.gov.wales")
    for host in hosts:
        publishers.put(f"https://{host}/a", redirect("/b"))
        publishers.put(f"https://{host}/b", in_turn(Answer(status=503), page("Otters")))
    publishers.put(f"https://{HOST}/away", redirect("https://hwb.gov.wales/b"))

    for number in range(5):
        for host in hosts:
            fetcher.fetch(f"https://{host}/a")
            fetcher.fetch(f"https://{host}/{number}")
        fetcher.fetch(f"https://{HOST}/away")

    for host in hosts:
        assert len(publishers.moments(host)) >= 17
        assert min(gaps(list(publishers.moments(host)))) >= 1.0
    assert min(gaps(list(publishers.moments("estyn.gov.wales")))) == 1.0  # and no slower than that


def test_a_host_is_not_kept_waiting_for_another(publishers: Publishers, fetcher: Fetcher, time: Clock) -> None:
    for host in (HOST, "hwb.gov.wales", "estyn.gov.wales"):
        publishers.put(f"https://{host}/robots.txt", robots(""))
        fetched(fetcher.fetch(f"https://{host}/otters"))

    assert time.seconds == 3.0  # a second each, between robots.txt and the page; none from host to host


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: 0", 1.0),
        ("User-agent: *\nCrawl-delay: 0.1", 1.0),
        ("User-agent: *\nCrawl-delay: -3", 1.0),
        ("User-agent: *\nCrawl-delay: soon", 1.0),
        ("User-agent: *\nCrawl-delay: nan", 1.0),
        ("User-agent: *\nCrawl-delay: inf", 1.0),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nRequest-rate: 0/10", 1.0),
        ("User-agent: *\nCrawl-delay: 9\n\nUser-agent: Canllaw\nCrawl-delay: 3", 3.0),
    ],
)
def test_a_pause_that_robots_txt_asks_for_is_kept(publishers: Publishers, fetcher: Fetcher, text: str, gap: float) -> None:
    publishers.put(ROBOTS, robots(text))

    for number in range(3):
        fetched(fetcher.fetch(f"https://{HOST}/{number}"))

    assert gaps(list(publishers.moments(HOST))) == [gap] * 3


def test_a_pause_longer_than_we_wait_is_not_cut_short(publishers: Publishers, fetcher: Fetcher, time: Clock) -> None:
    publishers.put(ROBOTS, robots("User-agent: *\nCrawl-delay: 3600"))

    outcome = refused(fetcher.fetch(PAGE))

    assert (outcome.reason, outcome.retry_after) == (Reason.BUSY, 3600.0)
    assert publishers.asked(HOST) == ["/robots.txt"]
    time.sleep(3600.0)
    fetched(fetcher.fetch(PAGE))
    assert gaps(list(publishers.moments(HOST))) == [3600.0]


# Failures that may pass.


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_passes_is_waited_out(publishers: Publishers, fetcher: Fetcher, status: int) -> None:
    publishers.put(PAGE, in_turn(Answer(status=status), Answer(status=status), page("Otters")))

    assert fetched(fetcher.fetch(PAGE)).status == 200
    first, second = gaps(list(publishers.moments(HOST)))[1:]
    assert 2.0 <= first <= 4.0
    assert 4.0 <= second <= 6.0


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (429, Reason.BUSY),
        (500, Reason.SERVER_ERROR),
        (502, Reason.SERVER_ERROR),
        (503, Reason.BUSY),
        (504, Reason.SERVER_ERROR),
    ],
)
def test_a_failure_that_lasts_is_asked_four_times(
    publishers: Publishers, fetcher: Fetcher, status: int, reason: Reason
) -> None:
    publishers.put(PAGE, Answer(status=status))

    outcome = refused(fetcher.fetch(PAGE))

    assert outcome.reason is reason
    assert not outcome.ours
    assert str(status) in outcome.detail
    assert publishers.asked(HOST).count("/otters") == 4


@pytest.mark.parametrize("status", [501, 505, 507, 599])
def test_a_failure_that_will_not_pass_is_asked_once(publishers: Publishers, fetcher: Fetcher, status: int) -> None:
    publishers.put(PAGE, Answer(status=status))

    assert refused(fetcher.fetch(PAGE)).reason is Reason.SERVER_ERROR
    assert publishers.asked(HOST).count("/otters") == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("30", 30.0),
        ("120", 120.0),
        (" 45 ", 45.0),
        (format_datetime(START + timedelta(seconds=61), usegmt=True), 60.0),  # a second went by before it was said
        (format_datetime(START - timedelta(days=1), usegmt=True), 2.0),
        ("0", 2.0),
        ("-5", 2.0),
        ("soon", 2.0),
        ("٣٠", 2.0),
        ("", 2.0),
    ],
)
def test_retry_after_is_honoured(publishers: Publishers, fetcher: Fetcher, status: int, said: str, least: float) -> None:
    said = said.encode().decode("latin-1")
    publishers.put(PAGE, in_turn(Answer(status=status, headers={"Retry-After": said}), page("Otters")))

    assert fetched(fetcher.fetch(PAGE)).status == 200
    waited = gaps(list(publishers.moments(HOST)))[-1]
    assert least <= waited <= max(least, 4.0)


@pytest.mark.parametrize("said", ["301", "86400", "9" * 5000, format_datetime(START + timedelta(days=2), usegmt=True)])
def test_a_retry_after_longer_than_we_wait_ends_the_fetch_and_closes_the_host_until_then(
    publishers: Publishers, fetcher: Fetcher, time: Clock, said: str
) -> None:
    publishers.put(PAGE, in_turn(Answer(status=503, headers={"Retry-After": said}), page("Otters")))

    first = refused(fetcher.fetch(PAGE))
    second = refused(fetcher.fetch(f"{PAGE}-too"))

    assert (first.reason, second.reason) == (Reason.BUSY, Reason.BUSY)
    assert first.retry_after is not None
    assert first.retry_after > 300
    assert publishers.asked(HOST) == ["/robots.txt", "/otters"]
    time.sleep(first.retry_after)
    fetched(fetcher.fetch(PAGE))
    assert gaps(list(publishers.moments(HOST)))[-1] >= first.retry_after


@pytest.mark.parametrize(("status", "asked"), [(403, 5), (429, 5), (500, 5), (502, 5), (503, 5), (504, 5)])
def test_a_host_that_fails_five_times_in_a_row_is_left_alone_for_a_while(
    publishers: Publishers, fetcher: Fetcher, time: Clock, status: int, asked: int
) -> None:
    for number in range(6):
        publishers.put(f"https://{HOST}/{number}", Answer(status=status))

    outcomes = [fetcher.fetch(f"https://{HOST}/{number}") for number in range(6)]
    last = refused(outcomes[-1])

    assert last.reason is Reason.BREAKER_OPEN
    assert not last.ours
    assert last.retry_after is not None
    assert len(publishers.asked(HOST)) == 1 + asked
    fetched(fetcher.fetch("https://hwb.gov.wales/otters"))  # others are not to blame
    time.sleep(last.retry_after)
    fetcher.fetch(f"https://{HOST}/0")
    assert len(publishers.asked(HOST)) == 2 + asked  # one more failure, and it is left alone again
    assert refused(fetcher.fetch(f"https://{HOST}/1")).reason is Reason.BREAKER_OPEN


def test_an_answer_between_failures_keeps_a_host_open(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(f"https://{HOST}/forbidden", Answer(status=403))
    publishers.put(PAGE, page("Otters"))

    for _ in range(10):
        assert fetched(fetcher.fetch(f"https://{HOST}/forbidden")).status == 403
        assert fetched(fetcher.fetch(PAGE)).status == 200


def test_a_publisher_that_is_not_there_is_said_so(time: Clock) -> None:
    with Publishers() as gone:
        port = gone.port
    run = Fetcher(sources=SOURCES, user_agent=AGENT, loopback_port=port, sleep=time.sleep, clock=time.clock, now=time.now)

    outcome = refused(run.fetch(PAGE))

    assert outcome.reason is Reason.UNREACHABLE
    assert not outcome.ours
    assert HOST in outcome.detail
    assert len(time.slept) == 3


# Redirects.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_remembered(publishers: Publishers, fetcher: Fetcher, status: int) -> None:
    publishers.put(PAGE, redirect("/voles?page=2#part", status))
    publishers.put(
        f"https://{HOST}/voles?page=2", redirect("https://hwb.gov.wales/llygod y dŵr".encode().decode("latin-1"), status)
    )
    publishers.put("https://hwb.gov.wales/llygod%20y%20d%C5%B5r", page("Voles"))

    got = fetched(fetcher.fetch(PAGE))

    assert got.status == 200
    assert got.url == PAGE
    assert got.final_url == "https://hwb.gov.wales/llygod%20y%20d%C5%B5r"
    assert got.hops == (Hop(url=PAGE, status=status), Hop(url=f"https://{HOST}/voles?page=2", status=status))


@pytest.mark.parametrize(("redirects", "arrives"), [(5, True), (6, False), (50, False)])
def test_five_redirects_are_followed_and_no_more(
    publishers: Publishers, fetcher: Fetcher, redirects: int, arrives: bool
) -> None:
    for number in range(redirects):
        publishers.put(f"https://{HOST}/{number}", redirect(f"/{number + 1}"))
    publishers.put(f"https://{HOST}/{redirects}", page("Otters"))

    outcome = fetcher.fetch(f"https://{HOST}/0")

    assert isinstance(outcome, Fetched) is arrives
    assert len(publishers.asked(HOST)) == 1 + 6
    if not arrives:
        assert refused(outcome).reason is Reason.TOO_MANY_REDIRECTS
        assert refused(outcome).url == f"https://{HOST}/0"


def test_a_page_that_redirects_to_itself_is_given_up(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(PAGE, redirect(PAGE))

    assert refused(fetcher.fetch(PAGE)).reason is Reason.TOO_MANY_REDIRECTS


def test_a_redirect_that_leads_nowhere_is_handed_on(publishers: Publishers, fetcher: Fetcher) -> None:
    publishers.put(PAGE, Answer(status=302, body=b"moved"))

    assert fetched(fetcher.fetch(PAGE)).status == 302


# Answers that are broken, or mean harm. Limits of 10,000 bytes, 50,000 unpacked, and two attempts.

OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
SMALL = {"body_bytes": 10_000, "decoded_bytes": 50_000, "attempts": 2}
DEFLATED = zlib.compress(b"otters")
HOSTILE = {
    "longer than the limit": (Answer(body=b"x" * 10_001), Reason.TOO_LARGE, 1),
    "says it is longer than the limit": (Answer(body=b"x", states=10**15), Reason.TOO_LARGE, 1),
    "longer than the limit, in chunks": (Answer(body=b"x" * 20_000, chunked=True), Reason.TOO_LARGE, 1),
    "longer than the limit, to the end": (Answer(raw=OK + b"\r\n" + b"x" * 20_000), Reason.TOO_LARGE, 1),
    "a length of 5,000 digits": (Answer(raw=OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\nx"), Reason.DAMAGED, 2),
    "a length below zero": (Answer(raw=OK + b"Content-Length: -1\r\n\r\nx"), Reason.DAMAGED, 2),
    "two lengths": (Answer(raw=OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"), Reason.DAMAGED, 2),
    "shorter than it says": (Answer(body=b"otters", states=7), Reason.DAMAGED, 2),
    "longer than it says": (Answer(body=b"otters", states=5), Reason.DAMAGED, 2),
    "two answers": (Answer(raw=OK + b"Content-Length: 1\r\n\r\nx" + OK + b"\r\n"), Reason.DAMAGED, 2),
    "cut in a chunk": (Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\notters"), Reason.DAMAGED, 2),
    "no last chunk": (Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\n6\r\notters\r\n"), Reason.DAMAGED, 2),
    "a chunk of nonsense": (Answer(raw=OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\notters\r\n"), Reason.DAMAGED, 2),
    "a transfer encoding of its own": (Answer(raw=OK + b"Transfer-Encoding: gzip\r\n\r\nx"), Reason.DAMAGED, 2),
    "packed far beyond the limit": (packed(b"\0" * 5_000_000), Reason.TOO_LARGE, 1),
    "packed, cut short": (packed(b"otters" * 100, cut=9), Reason.DAMAGED, 2),
    "packed, more behind": (Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"a") * 2), Reason.BAD_ENCODING, 1),
    "not packed as it says": (Answer(headers={"Content-Encoding": "gzip"}, body=b"otters"), Reason.BAD_ENCODING, 1),
    "packed, with a false sum": (
        Answer(headers={"Content-Encoding": "gzip"}, body=gzip.compress(b"otters")[:-8] + b"\0" * 8),
        Reason.BAD_ENCODING,
        1,
    ),
    "packed by deflate": (Answer(headers={"Content-Encoding": "deflate"}, body=DEFLATED), Reason.BAD_ENCODING, 1),
    "packed by brotli": (Answer(headers={"Content-Encoding": "br"}, body=b"\x0b\x02\x80otters\x03"), Reason.BAD_ENCODING, 1),
    "packed twice": (Answer(headers={"Content-Encoding": "gzip, gzip"}, body=b"x"), Reason.BAD_ENCODING, 1),
    "packed by nothing we know": (Answer(headers={"Content-Encoding": "otters"}, body=b"x"), Reason.BAD_ENCODING, 1),
    "nothing at all": (Answer(raw=b""), Reason.DAMAGED, 2),
    "not HTTP": (Answer(raw=b"SSH-2.0-otters\r\n"), Reason.DAMAGED, 2),
    "the head only": (Answer(raw=b"HTTP/1.1 200"), Reason.DAMAGED, 2),
    "headers without end": (Answer(raw=OK + b"X: " + b"x" * 200_000), Reason.DAMAGED, 2),
    "headers without number": (Answer(raw=OK + b"X: x\r\n" * 50_000), Reason.DAMAGED, 2),
    "a header that is none": (Answer(raw=OK + b"no colon\r\n\r\nx"), Reason.DAMAGED, 2),
    "a header with a zero byte": (Answer(raw=OK + b"X: a\0b\r\n\r\nx"), Reason.DAMAGED, 2),
    "early answers without end": (Answer(raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50_000), Reason.TOO_LARGE, 1),
    "another protocol": (Answer(raw=b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), Reason.DAMAGED, 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answer_is_refused_by_its_reason_and_the_run_goes_on(
    publishers: Publishers, make_fetcher: MakeFetcher, name: str
) -> None:
    answer, reason, asked = HOSTILE[name]
    fetcher = make_fetcher(**SMALL)
    publishers.put(PAGE, answer)
    publishers.put(f"{PAGE}-too", page("Otters"))

    outcome = refused(fetcher.fetch(PAGE))

    assert outcome.reason is reason, outcome.detail
    assert not outcome.ours
    assert PAGE in outcome.detail
    assert publishers.asked(HOST).count("/otters") == asked
    assert fetched(fetcher.fetch(f"{PAGE}-too")).status == 200


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"x" * 10_000),
        packed(b"\0" * 50_000),
        Answer(headers={"Content-Encoding": "identity"}, body=b"otters"),
        Answer(headers={"Content-Encoding": "X-GZip"}, body=gzip.compress(b"otters")),
        Answer(headers={"Content-Encoding": "gzip"}, body=b""),
        Answer(raw=b"HTTP/1.0 200 OK\r\n\r\notters"),
        Answer(raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" + OK + b"Content-Length: 6\r\n\r\notters"),
        Answer(raw=OK + b"Content-Length: 6\r\n\r\notters\r\n"),
        Answer(raw=OK + b"Content-Length: 6\r\nContent-Length: 6\r\n\r\notters"),
    ],
    ids=[
        "largest",
        "largest unpacked",
        "identity",
        "x-gzip",
        "empty",
        "HTTP/1.0",
        "early hints",
        "a last line",
        "one length twice",
    ],
)
def test_an_odd_answer_that_does_no_harm_is_taken(publishers: Publishers, make_fetcher: MakeFetcher, answer: Answer) -> None:
    publishers.put(PAGE, answer)

    assert fetched(make_fetcher(**SMALL).fetch(PAGE)).status == 200


def test_a_bomb_is_stopped_before_memory_grows(publishers: Publishers, make_fetcher: MakeFetcher) -> None:
    fetcher = make_fetcher(decoded_bytes=1_000_000)
    bomb = packed(b"\0" * 200_000_000)
    publishers.put(PAGE, bomb)
    fetched(fetcher.fetch(f"{PAGE}-first"))

    tracemalloc.start()
    outcome = refused(fetcher.fetch(PAGE))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert outcome.reason is Reason.TOO_LARGE
    assert len(bomb.body) < 200_000
    assert most < 10_000_000


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"x" * 10_000, drip=0.02),
        Answer(body=b"x" * 10_000, drip=0.02, chunked=True),
        Answer(body=b"x", drip=30.0),
    ],
    ids=["a byte at a time", "a chunk at a time", "silence"],
)
def test_an_answer_that_does_not_end_is_given_up(publishers: Publishers, answer: Answer) -> None:
    publishers.put(PAGE, answer)
    limits = Limits(total_seconds=0.3, spacing_seconds=0.0)
    with Fetcher(sources=SOURCES, user_agent=AGENT, loopback_port=publishers.port, limits=limits) as run:
        outcome = refused(run.fetch(PAGE))

    assert outcome.reason is Reason.TOO_SLOW
    assert publishers.asked(HOST) == ["/robots.txt", "/otters"]
