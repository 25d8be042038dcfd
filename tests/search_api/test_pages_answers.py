"""The page of an answer: its reading and the form to correct it, notes, words in their parts, refusals and follow-ups."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.duty import Level
from search_api.answering.answer import Answer, Checked, Note, Refusal, Statement
from search_api.app import make_app
from search_api.library import Library
from search_api.press import Press
from search_api.question.question import Question
from tests.search_api.made_answers import (
    BLAZER,
    BY,
    LOW,
    PLAN,
    Scripted,
    answer_of,
    citation,
    listed,
    planned,
    refusal_of,
    replaced,
    span_of,
)

Make = Callable[[Library, Question], Answer]
Page = Callable[..., BeautifulSoup]
See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]
ASKED = "When will every child have a reading plan?"
COACH = "fund a reading coach for every cluster of schools;"


@pytest.fixture
def shown(shelf: Library, press: Press) -> Iterator[Page]:
    """The page of an answer made by hand, whatever is asked."""
    opened = []

    def page(make: Make, q: str = ASKED, **parameters: str) -> BeautifulSoup:
        app = make_app(Scripted(shelf, lambda question: make(shelf, question)))
        app.state.press = press
        client = TestClient(app)
        opened.append(client)
        response = client.get("/answers", params={"q": q, **parameters})
        assert response.status_code == 200
        return BeautifulSoup(response.text, "lxml")

    yield page
    for client in opened:
        client.close()


def test_the_short_answer_leads_and_is_marked_inside_the_quotation(shown: Page, words: Words) -> None:
    page = shown(planned)

    assert words(page.select_one(".lead-answer")) == "By 1 September 2026"
    assert words(page.select_one(".statement mark")) == BY
    assert words(page.select_one(".statement")) == f"“{PLAN}”"


def test_a_list_is_a_list_and_the_source_keeps_it_exact(shown: Page, shelf: Library, words: Words) -> None:
    quote = listed(shelf)
    statement = Statement(text=" ".join(quote.split()), citations=(1,), more=4)
    page = shown(
        lambda library, question: answer_of(question, citation(library, "statement-reading", quote), statements=(statement,))
    )

    assert [words(item) for item in page.select(".statement li")] == [
        "fund a reading coach for every cluster of schools;",
        "publish a yearly report on early reading;",
        "ask Estyn to look at reading in every inspection.”",
    ]
    assert words(page.select_one(".statement p")) == "“We will:"
    assert words(page.select_one(".more")) == "and 4 more items in the source"
    marked = page.select_one(".source mark")
    assert marked is not None
    assert marked.get_text() == quote


def test_words_before_and_the_level_stand_beside_a_statement(shown: Page, words: Words) -> None:
    def made(library: Library, question: Question) -> Answer:
        cited = (citation(library, "statement-reading", COACH), citation(library, "guidance-uniform-2023", LOW, 2))
        leaning = Statement(text=COACH, citations=(1,), context=span_of(library, "statement-reading", "We will:"))
        duty = Statement(text=LOW, citations=(2,), level=Level.MUST)
        return answer_of(question, *cited, statements=(leaning, duty), notes=(Note.CLOSEST, Note.DIGEST))

    page = shown(made)

    assert words(page.select_one(".before")) == "Before it stands: … We will:"
    assert words(page.select_one(".level")) == "Must, in the words of our digest, and the text is statutory"
    assert words(page.select_one("#answer-title")) == "The closest words found"
    assert page.select_one(".lead-answer") is None


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ((Note.CLOSEST,), ["These are the closest words found. They may not answer the question."]),
        ((Note.DISAGREE, Note.CLOSEST), ["These texts do not say the same.", "These are the closest words found."]),
        ((Note.PROMISES,), ["These are the promises held that come nearest, as they were made; there may be others."]),
        ((Note.REPLACED,), ["The text you asked about has been replaced."]),
        ((Note.OTHER_LANGUAGE,), ["The words quoted are in Welsh, as they were published."]),
        ((Note.MODEL_UNAVAILABLE,), ["The language model gave nothing that passed our checks"]),
        ((Note.NOT_IN_FORCE,), ["Nothing that stands today answers this."]),
        ((Note.DIGEST,), []),
        ((), []),
    ],
)
def test_what_to_know_stands_above_the_answer(shown: Page, words: Words, notes: tuple[Note, ...], said: list[str]) -> None:
    page = shown(lambda library, question: planned(library, question, notes=notes))
    above = [words(note) for note in page.select(".care p")]

    assert len(above) == len(said)
    assert all(line.startswith(start) for line, start in zip(above, said, strict=True))
    assert ("We hold some of these publications as a digest" in words(page.main)) == (Note.DIGEST in notes)


def test_promises_lead_to_their_register(shown: Page) -> None:
    page = shown(lambda library, question: planned(library, question, notes=(Note.PROMISES,)))
    assert page.select_one('.care a[href="/commitments"]') is not None


def test_an_answer_of_a_past_day_says_which_and_leads_back_to_today(shown: Page, words: Words) -> None:
    past = lambda library, question: replaced(library, question, refusal=None, status="answered", notes=(Note.AS_OF,))  # noqa: E731
    page = shown(past, as_of="2021-05-01", type="guidance")
    note = page.select_one(".care p")

    assert words(note).startswith("As at 1 May 2021, from texts that stood that day.")
    today = page.select_one(".care a")
    assert today is not None
    assert today["href"].endswith("&type=guidance&scope=current")
    assert words(page.select_one(".whence .chip")) == "Superseded"


def test_words_that_no_longer_stand_say_so_before_they_are_read(shown: Page, words: Words) -> None:
    page = shown(replaced, "May a school ask for a blazer?")

    assert words(page.title) == "May a school ask for a blazer? – Answer from an older text – Canllaw"
    assert words(page.select_one("#answer-title")) == "An older text answers this, and it no longer stands"
    assert words(page.select_one(".meaning")).endswith("by “School uniform: statutory guidance”. It said:")
    assert words(page.select_one(".statement")) == f"“{BLAZER}”"
    whence = page.select_one(".whence")
    assert "Superseded" in words(whence)
    assert "It stood until 1 January 2023." in words(whence)
    later = page.select_one(".whence a[href='/publications/guidance-uniform-2023']")
    assert words(later) == "School uniform: statutory guidance"


@pytest.mark.parametrize(
    ("refusal", "q", "heading", "step"),
    [
        (Refusal.OFF_TOPIC, "How is a uniform baked?", "This is outside what Canllaw covers", "Ask in other words"),
        (Refusal.OTHER_NATION, "What does Ofsted say?", "This is about another nation’s schools", "Ask the same of Wales"),
        (
            Refusal.UNDERSPECIFIED,
            "When is the uniform due?",
            "What is your question about?",
            "School uniform: statutory guidance",
        ),
        (
            Refusal.NOT_YET,
            "What of uniform in 2040?",
            "This is later than anything held here",
            "See every passage that comes near",
        ),
        (
            Refusal.NOT_HELD,
            "What did Zog say?",
            "Nothing we found speaks of what you name",
            "See every passage that comes near",
        ),
        (
            Refusal.NEAR_MISS,
            "A plan's cost?",
            "Texts about this are held, but none is sure to answer",
            "See every passage that comes near",
        ),
        (Refusal.NO_EVIDENCE, "A plan's cost?", "We did not find an answer", "Ask it of texts that no longer stand as well"),
        (
            Refusal.ONLY_SUPERSEDED,
            "A uniform blazer?",
            "Nothing that stands today answers this",
            "Read what the older texts and drafts say",
        ),
        (Refusal.LANGUAGE, "Cynllun?", "No text in that language answers this", "Ask it of texts in any language"),
    ],
)
def test_a_refusal_says_why_what_was_searched_and_what_to_do(
    shown: Page, words: Words, refusal: Refusal, q: str, heading: str, step: str
) -> None:
    page = shown(lambda library, question: refusal_of(library, question, refusal), q)
    told = page.select_one(".answer.none")

    assert words(page.select_one("#answer-title")) == heading
    assert step in [words(link) for link in page.select(".steps a")]
    assert "Searched 7 publications, dated from 1 November 2019 to 29 January 2025." in words(told)
    assert "What is held here, and what is not" in words(told)
    assert words(page.select_one("#nearest-title")) == "Related, may not answer"
    assert page.select(".nearest .hit")
    assert page.select_one(".follow") is None


def test_a_chance_is_in_words_with_its_number_behind_them(shown: Page, words: Words) -> None:
    page = shown(lambda library, question: planned(library, question, probability=0.624))

    assert words(page.select_one(".sure summary")) == "How sure this is: may answer"
    assert "is put at 62%" in words(page.select_one(".sure p"))
    refused = shown(lambda library, question: refusal_of(library, question, Refusal.NEAR_MISS))
    assert refused.select_one(".sure") is None


def test_a_model_s_sentences_are_checked_in_sight_and_in_no_quotation_marks(shown: Page, words: Words) -> None:
    written = Statement(text="Each child is to have a plan by 1 September 2026.", citations=(1,), written=True)
    page = shown(
        lambda library, question: planned(library, question, statements=(written,), checked=Checked(passed=5, rejected={}))
    )

    assert words(page.select_one(".statement")) == written.text
    assert words(page.select_one(".checked")).endswith("checked against the sources: 5 of 5 sentences.")


def test_what_is_held_and_what_is_not_is_said(shown: Page, words: Words) -> None:
    held = words(shown(planned).select_one(".scope"))

    assert "in their publisher’s words: 4. As a digest in ours: 1. In English: 4. In Welsh: 1." in held
    assert "Nothing at all is held of these types: Oral statement, Written answer, Letter," in held


def form_of(page: BeautifulSoup, selector: str) -> dict[str, list[str]]:
    """What a form would send as it stands, by field."""
    form = page.select_one(selector)
    assert form is not None
    sent: dict[str, list[str]] = {}
    for field in form.select("input"):
        if field.get("type") != "radio" or field.has_attr("checked"):
            sent.setdefault(str(field["name"]), []).append(str(field.get("value", "")))
    for select in form.select("select"):
        chosen = select.select_one("option[selected]") or select.select_one("option")
        assert chosen is not None
        sent[str(select["name"])] = [str(chosen["value"])]
    return sent


def test_a_correction_keeps_the_other_filters_and_is_shown_again(site: TestClient, words: Words) -> None:
    page = BeautifulSoup(site.get("/answers", params={"q": ASKED, "type": ["guidance", "written-statement"]}).text, "lxml")
    assert words(page.select_one(".read-as")).startswith("Read as: ")
    sent = form_of(page, "form.correct") | {"kind": ["list"], "actor": ["governing-body"], "scope": ["history"]}

    corrected = site.get("/answers", params=sent)
    page = BeautifulSoup(corrected.text, "lxml")

    assert str(corrected.url).endswith("&type=guidance&type=written-statement&scope=history&kind=list&actor=governing-body")
    assert "for Governing body" in words(page.select_one(".read-as"))
    again = form_of(page, "form.correct")
    assert (again["kind"], again["actor"], again["scope"]) == (["list"], ["governing-body"], ["history"])
    assert again["type"] == ["guidance", "written-statement"]


@pytest.mark.parametrize(
    ("sent", "settled"),
    [
        ({"scope": "as_of", "as_of": "2021-05-01"}, "as_of=2021-05-01"),
        ({"scope": "current", "as_of": "2021-05-01"}, "scope=current"),
        ({"scope": "", "as_of": "2021-05-01"}, "as_of=2021-05-01"),
        ({"scope": "", "as_of": "", "kind": "", "actor": "", "mode": ""}, ""),
    ],
)
def test_a_day_and_the_choice_of_texts_come_to_one_address(site: TestClient, sent: dict[str, str], settled: str) -> None:
    response = site.get("/answers", params={"q": "uniform", **sent}, follow_redirects=False)

    assert response.status_code == 303
    assert response.headers["location"] == "/answers?q=uniform" + (f"&{settled}" if settled else "")


def test_a_day_that_is_wanted_and_not_given_is_asked_for(site: TestClient) -> None:
    response = site.get("/answers", params={"q": "uniform", "scope": "as_of"})
    page = BeautifulSoup(response.text, "lxml")

    assert response.status_code == 422
    assert page.select_one(".problem a[href='#as_of']") is not None
    assert page.select_one("#as_of[aria-invalid]") is not None


def test_a_follow_up_keeps_the_evidence_in_view_and_can_be_asked_by_itself(site: TestClient, words: Words) -> None:
    page = BeautifulSoup(site.get("/answers", params={"q": ASKED, "type": "written-statement"}).text, "lxml")
    assert page.select_one(".earlier") is None
    sent = form_of(page, "form.follow") | {"q": ["Since when?"]}
    assert sent["after"] == [ASKED]

    page = BeautifulSoup(site.get("/answers", params=sent).text, "lxml")
    earlier = page.select_one(".earlier")

    assert words(page.h1) == "Since when?"
    assert ASKED in words(page.select_one(".rewritten q"))
    alone = page.select_one(".rewritten a")
    assert alone is not None
    assert alone["href"] == "/answers?q=Since+when%3F&type=written-statement"
    assert words(earlier).startswith(f"Before {ASKED}")
    assert PLAN in words(earlier)
    before = page.select_one(".earlier .asked a")
    assert before is not None
    assert before["href"] == "/answers?q=When+will+every+child+have+a+reading+plan%3F&type=written-statement"
    # The next one follows this one, as it was read: one step back, and no further.
    assert form_of(page, "form.follow")["after"] == [words(page.select_one(".rewritten q"))]


def test_the_questions_in_a_question_can_be_asked_by_themselves(site: TestClient, words: Words) -> None:
    asked = {"q": "When will every child have a plan and who pays for it?", "kind": "when", "type": "letter"}
    page = BeautifulSoup(site.get("/answers", params=asked).text, "lxml")

    assert [(words(link), link["href"]) for link in page.select(".parts a")] == [
        ("When will every child have a plan?", "/answers?type=letter&q=When+will+every+child+have+a+plan%3F"),
        ("Who pays for a plan?", "/answers?type=letter&q=Who+pays+for+a+plan%3F"),
    ]
    alone = BeautifulSoup(site.get("/answers", params={"q": "Who pays for it?"}).text, "lxml")
    assert alone.select_one(".parts") is None


def test_a_question_that_stands_alone_is_not_said_to_lean(site: TestClient) -> None:
    page = BeautifulSoup(
        site.get("/answers", params={"q": "What must schools publish each autumn?", "after": ASKED}).text, "lxml"
    )

    assert page.select_one(".rewritten") is None
    assert page.select_one(".earlier") is not None


def test_hostile_words_are_shown_as_words_wherever_a_reading_shows_them(shown: Page) -> None:
    page = shown(
        lambda library, question: replace(planned(library, question), notes=()),
        "Since when?",
        after="When will <b onclick=x>reading</b> start?",
    )

    assert page.select_one("b[onclick], main script") is None
    assert page.select_one("[style]") is None
