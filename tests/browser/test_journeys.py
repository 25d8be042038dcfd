"""Journeys with a keyboard alone and with scripts off: ask, follow a citation to its words, filter, put an error right."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
QUESTION = "Which national priorities are confirmed?"


def focused(page: Page) -> dict[str, object]:
    """What has the focus: its text, whether an outline shows, and whether it is really on top at its middle."""
    found: dict[str, object] = page.evaluate(
        """() => {
          const e = document.activeElement, s = getComputedStyle(e);
          const r = e.getClientRects()[0] || e.getBoundingClientRect();
          const at = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
          return {text: e.textContent.trim(), id: e.id, tag: e.tagName,
                  outline: s.outlineStyle != 'none' && parseFloat(s.outlineWidth) >= 2, top: at == e || e.contains(at)};
        }"""
    )
    return found


def test_the_skip_link_comes_first_and_leads_to_the_content(visit: Open) -> None:
    page = visit("/", bypass_csp=True)
    page.keyboard.press("Tab")
    assert focused(page)["text"] == "Skip to the main content"
    assert focused(page)["top"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("path", ["/", "/search?q=attendance&limit=2", "/answers?q=attendance", "/documents/guidance-si-2022"])
def test_every_stop_of_the_tab_key_is_seen_and_none_traps(visit: Open, path: str) -> None:
    page = visit(path, bypass_csp=True, reduced_motion="reduce")
    stops = []
    for _ in range(90):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop["tag"] == "BODY":
            break
        assert stop["outline"], stop
        assert stop["top"], stop
        stops.append(stop)
    assert len(stops) > 5
    assert focused(page)["tag"] == "BODY"


def test_a_question_is_asked_and_its_source_read_without_scripts(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Your question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page).to_have_title(f"{QUESTION} – Answer – Canllaw")
    quoted = page.locator(".quote mark").first.inner_text()
    page.get_by_role("link", name="See it in our copy of source 1").click()
    expect(page.locator("mark#quote")).to_have_text(quoted)
    expect(page.locator("mark#quote")).to_be_in_viewport()


def test_a_reading_is_put_right_and_a_follow_up_asked_without_scripts(visit: Open) -> None:
    page = visit(f"/answers?q={QUESTION}&type=written-statement", java_script_enabled=False)
    page.get_by_text("Read it another way").click()
    page.get_by_label("What is asked for").select_option("list")
    page.get_by_label("Texts that no longer stand too").check()
    page.get_by_role("button", name="Ask it so").click()
    assert page.url.endswith("&type=written-statement&kind=list&scope=history")
    expect(page.get_by_role("link", name="Read it as my words say")).to_be_visible()
    expect(page.get_by_label("What is asked for")).to_have_value("list")
    page.get_by_label("Ask a follow-up question").fill("Since when?")
    page.get_by_role("button", name="Ask the follow-up").click()
    expect(page.get_by_role("heading", name="Since when?", level=1)).to_be_visible()
    expect(page.get_by_role("region", name="Before").get_by_role("link", name=QUESTION)).to_be_visible()
    page.get_by_role("link", name="Ask it just as you wrote it").click()
    assert page.url.endswith("/answers?q=Since+when%3F&type=written-statement")


def test_a_search_is_narrowed_and_widened_again_without_scripts(visit: Open) -> None:
    page = visit("/search", java_script_enabled=False)
    page.get_by_label("Your question").fill("attendance")
    page.get_by_role("button", name="Search").click()
    before = page.get_by_role("status").inner_text()
    page.get_by_label("Written statement").check()
    page.get_by_label("Add a publisher").select_option("Welsh Government")
    page.get_by_role("button", name="Apply filters").click()
    assert page.url.endswith("/search?q=attendance&type=written-statement&publisher=Welsh+Government")
    assert page.get_by_role("status").inner_text() != before
    page.get_by_role("link", name="Clear all filters").click()
    assert page.get_by_role("status").inner_text() == before


def test_words_typed_before_a_filter_is_applied_are_kept(visit: Open) -> None:
    page = visit("/search?q=attendance", java_script_enabled=False)
    page.get_by_label("Your question").fill("literacy")
    page.get_by_label("Guidance").check()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_label("Your question")).to_have_value("literacy")


def test_an_error_leads_to_its_field(visit: Open) -> None:
    page = visit("/search?q=plan&from=yesterday", bypass_csp=True)
    page.get_by_role("alert").get_by_role("link").click()
    assert focused(page)["id"] == "from"
    expect(page.locator("#from")).to_have_value("yesterday")


def test_nothing_is_loaded_from_elsewhere_and_no_cookie_is_set(visit: Open) -> None:
    page = visit("/about", java_script_enabled=False)
    seen: list[str] = []
    page.on("response", lambda response: seen.append(response.url))
    faults: list[str] = []
    page.on("console", lambda line: faults.append(line.text))
    for path in ("/", f"/answers?q={QUESTION}", "/documents/guidance-si-2022"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
    assert len(seen) > 3
    assert {url.split("/", 3)[2] for url in seen} == {page.url.split("/", 3)[2]}
    assert page.context.cookies() == []
    assert faults == []
