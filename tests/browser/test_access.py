"""Accessibility that a machine can check: axe at WCAG 2.2 AA on each page in each state, reflow, targets, contrast."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.past import FIRST, SWIMMING, text_of

Open = Callable[..., Page]

OLDER = "On+what+grounds+could+a+pupil+be+excluded+under+guidance+document+255/2019%3F"
STATES = {
    "home": "/",
    "search form": "/search",
    "results": "/search?q=school+development+plan",
    "results with filters": "/search?q=school+improvement&type=guidance&publisher=Hwb&any_status=true&from=2020&limit=2",
    "no results": "/search?q=attendance&publisher=TES&from=1990&to=1991",
    "error": "/search?q=plan&from=yesterday",
    "error in the question": "/answers?q=",
    "answer": "/answers?q=When+does+the+new+professional+learning+body+start%3F",
    "no answer": "/answers?q=What+will+schools+teach+in+2040%3F",
    "answer that is a list": "/answers?q=What+are+the+national+priorities+for+schools%3F&kind=list",
    "answer of a past day": "/answers?q=On+what+grounds+can+a+pupil+be+excluded%3F&as_of=2021-01-01",
    "answer from an older text": f"/answers?q={OLDER}",
    "answer with its reading corrected": "/answers?q=attendance&kind=must&actor=governing-body&scope=history&mode=strict",
    "answer of promises": "/answers?q=What+was+promised+on+literacy%3F",
    "follow-up": "/answers?q=Since+when%3F&after=On+what+grounds+can+a+pupil+be+excluded%3F",
    "another nation": "/answers?q=What+does+Ofsted+require+of+multi-academy+trusts%3F",
    "no subject": "/answers?q=When+is+the+deadline%3F",
    "document": "/documents/guidance-si-2025",
    "document with a quotation": "/documents/ws-sipp-progress-2025-01?start=20&end=120",
    "superseded document": "/documents/guidance-si-2022",
    "Welsh document": "/documents/guidance-si-2022-cy",
    "about": "/about",
    "evaluation": "/evaluation",
    "not found": "/documents/nothing",
    "versions": "/publications/guidance-si-2022",
    "no crawls": "/crawls",
    "duties": "/duties",
    "duties of one body": "/duties?actor=school&level=should&any_status=true",
    "error in the duties": "/duties?level=perhaps",
    "commitments": "/commitments?limit=5",
    "timeline": "/timeline?q=attendance",
    "comparison": "/compare?a=guidance-si-2022&b=guidance-si-2025",
    "error in a comparison": "/compare?a=nothing&b=guidance-si-2025",
}
PAST = {
    "versions and evidence": "/publications/guidance-swimming",
    "superseded, with its proof": "/publications/guidance-swimming-2015",
    "suggestions": "/publications/guidance-towels",
    "gone": "/publications/guidance-diving",
    "no text": "/publications/guidance-unread",
    "dates": "/publications/minutes-pool-panel",
    "document with warnings": "/documents/guidance-swimming",
    "earlier version": f"/documents/{text_of(SWIMMING, FIRST).id}",
    "document that is gone": "/documents/guidance-diving",
    "crawls": "/crawls",
    "crawl": "/crawls/1",
    "long crawl": "/crawls/2?page=2",
    "one outcome of a crawl": "/crawls/1?outcome=refused",
}
"""States that the shelf with a past is in."""
PLACES = {state: ("register", path) for state, path in STATES.items()} | {state: ("past", path) for state, path in PAST.items()}
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],  # else every element that passes is listed in full, which takes longer than the rules
}


def visit_state(visit: Open, state: str, **settings: object) -> Page:
    """A page in a state, at the site that is in it."""
    shelf, path = PLACES[state]
    return visit(path, shelf=shelf, **settings)


@pytest.fixture(scope="module", params=PLACES)
def page(request: pytest.FixtureRequest, browser: Browser, servers: dict[str, str]) -> Iterator[Page]:
    """A page in a state, opened once: each test sets its screen and colours anew."""
    shelf, path = PLACES[request.param]
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(f"{servers[shelf]}{path}")
    yield opened
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme=scheme)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["answer", "follow-up", "no subject"])
def test_axe_finds_nothing_wrong_with_every_part_of_an_answer_open(visit: Open, state: str, scheme: str) -> None:
    page = visit(STATES[state], color_scheme=scheme, bypass_csp=True)
    for summary in page.locator("summary").all():
        summary.click()
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_nothing_scrolls_sideways_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("state", ["answer", "follow-up", "no subject"])
def test_nothing_scrolls_sideways_with_every_part_of_an_answer_open(visit: Open, state: str) -> None:
    page = visit(STATES[state], viewport={"width": 320, "height": 640}, bypass_csp=True)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"


def test_nothing_is_cut_off_when_text_is_spaced_out_and_large(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    large = page.add_style_tag(content=f"html {{ font-size: 225% !important; }} {SPACED}")
    width = page.evaluate("document.documentElement.scrollWidth")
    clipped = page.evaluate(
        "[...document.querySelectorAll('main *:not(.vh, .vh *)')].filter(e => getComputedStyle(e).overflow == 'hidden'"
        " && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => e.outerHTML)"
    )
    large.evaluate("style => style.remove()")
    assert width == 640
    assert clipped == []


@pytest.mark.parametrize(
    "state", ["home", "results", "answer", "follow-up", "document", "versions and evidence", "crawl", "long crawl"]
)
def test_controls_and_links_apart_from_text_are_large_enough(visit: Open, state: str) -> None:
    page = visit_state(visit, state, viewport={"width": 320, "height": 640}, bypass_csp=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll(
              'button, input:not([type=hidden]), select, .ref, nav a, .foot a, .applied a, .more')]
          .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, r]) => r.width && (r.width < 24 || r.height < 24))"""
    )
    assert small == []


def test_forced_colours_keep_marks_and_buttons_visible(visit: Open) -> None:
    page = visit(STATES["results"], forced_colors="active", bypass_csp=True)
    colours = page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.querySelector('.passage mark')))")
    assert colours[0] != colours[1]
    assert page.evaluate("getComputedStyle(document.querySelector('button')).borderTopWidth") != "0px"


def test_nothing_moves_for_those_who_asked_for_stillness(visit: Open) -> None:
    page = visit(STATES["answer"], reduced_motion="reduce", bypass_csp=True)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


def test_paper_shows_the_addresses_of_sources_and_no_controls(visit: Open) -> None:
    page = visit(STATES["answer"], bypass_csp=True)
    page.emulate_media(media="print")
    assert "http" in page.evaluate("getComputedStyle(document.querySelector('.ways a.out'), '::after').content")
    for hidden in ("#find", ".follow", ".put-right", ".top nav", ".skip"):
        assert not page.locator(hidden).is_visible()
