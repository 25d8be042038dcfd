"""Pages of the Senedd: labels of written questions, versions of a contribution; whole pages stand in the golden pages."""

from datetime import date

import pytest

from corpus.finding import FindingKind
from corpus.publication import PublicationType
from ingest.html import parse_html
from ingest.parsed import Parsed

QUESTION = "https://record.senedd.wales/WrittenQuestion/90001"
PLENARY = "https://record.senedd.wales/Plenary/13001"


def read(main: str, *, url: str, lang: str = "en", title: str = "") -> Parsed:
    head = f'<head><title>{title}</title><link rel="canonical" href="{url}"></head>'
    return parse_html(f'<html lang="{lang}">{head}<body><main>{main}</main></body></html>'.encode(), name="page.html")


TABLED, ANSWERED = "WQ90001 (e) Tabled on 31/01/2024", "Answered by Minister for Sums | Answered on 05/02/2024"


@pytest.mark.parametrize(
    ("tabled", "answered"),
    [
        (f"<p>{TABLED}</p>", f"<p>{ANSWERED}</p>"),
        (f"<h2>{TABLED}</h2>", f"<h2>{ANSWERED}</h2>"),
        (
            "<span>WQ90001 (e)</span> <span>Tabled on 31/01/2024</span>",
            "<span>Answered by Minister for Sums</span> | <span>Answered on 05/02/2024</span>",
        ),
        (
            "<div>WQ90001 (e)</div><div>Tabled on 31/01/2024</div>",
            "<div>Answered by Minister for Sums</div><div>|</div><div>Answered on 05/02/2024</div>",
        ),
    ],
)
def test_labels_are_read_however_they_are_marked_up(tabled: str, answered: str) -> None:
    parsed = read(f"{tabled}<p>Why?</p>{answered}<p>So.</p>", url=QUESTION)

    assert (parsed.dateline, parsed.published, parsed.role) == (date(2024, 1, 31), date(2024, 2, 5), "Minister for Sums")
    assert (parsed.type, parsed.publisher) == (PublicationType.WRITTEN_ANSWER, "Senedd")
    assert parsed.text == f"{TABLED}\n\nWhy?\n\n{ANSWERED}\n\nSo."
    assert [section.heading for section in parsed.sections] == [TABLED, ANSWERED]


def test_an_answer_that_names_another_question_is_no_label() -> None:
    parsed = read("<p>WQ90001 (e) Tabled on 31/01/2024</p><p>WQ90000 was about pears.</p>", url=QUESTION)

    assert [section.heading for section in parsed.sections] == ["WQ90001 (e) Tabled on 31/01/2024"]
    assert (parsed.published, parsed.role) == (None, None)


def test_a_name_before_the_office_is_the_author() -> None:
    parsed = read(
        "<p>WQ90001 (e)</p><p>Why?</p><p>Answered by Jane Doe MS, Minister for Sums | Answered on 05/02/2024</p>", url=QUESTION
    )

    assert (parsed.author, parsed.role) == ("Jane Doe", "Minister for Sums")


def test_a_list_of_questions_is_of_no_single_office() -> None:
    parsed = read(
        "<h1>Written Questions</h1><p>WQ1001 (e) Tabled on 01/02/2024</p><p>Why?</p>"
        "<p>Answered by Minister for Sums | Answered on 05/02/2024</p><p>So.</p>"
        "<p>WQ1002 (e) Tabled on 01/02/2024</p><p>How?</p>"
        "<p>Answered by First Minister | Answered on 06/02/2024</p><p>Thus.</p>",
        url="https://record.senedd.wales/OrderPaper/WrittenQuestions/08-02-2024",
    )

    assert (parsed.role, parsed.dateline, parsed.published) == (None, date(2024, 2, 1), date(2024, 2, 6))
    assert len(parsed.sections) == 4


def item(*versions: str, kind: str = "contribution", speaker: str = "<span class='name'>Nia Bach</span>") -> str:
    names = ("verbatim", "translation") if len(versions) > 1 else ("verbatim fullWidth",)
    inside = "".join(f"<div class='{name}'>{words}</div>" for name, words in zip(names, versions, strict=True))
    return f"<div class='itemContent {kind}'>{speaker}<div class='contributionText'>{inside}</div></div>"


WELSH, ENGLISH = "<p>Mae’r plant yn hoffi gellyg.</p>", "<p>The children like pears.</p>"


@pytest.mark.parametrize(
    ("versions", "lang", "expected"),
    [
        ((WELSH, ENGLISH), "en", "The children like pears."),
        ((ENGLISH, WELSH), "en", "The children like pears."),
        ((WELSH, ENGLISH), "cy", "Mae’r plant yn hoffi gellyg."),
        ((ENGLISH, WELSH), "cy", "Mae’r plant yn hoffi gellyg."),
        ((ENGLISH,), "cy", "The children like pears."),  # never translated
        ((WELSH, "<p> </p>"), "en", "Mae’r plant yn hoffi gellyg."),
        (("<p>1,000.</p>", "<p>1000.</p>"), "en", "1,000."),  # no language at all: as it was spoken
    ],
)
def test_a_contribution_is_read_once_in_the_pages_language(versions: tuple[str, ...], lang: str, expected: str) -> None:
    parsed = read(item(*versions), url=PLENARY, lang=lang)

    assert parsed.text == f"Nia Bach\n\n{expected}"
    assert [(section.level, section.heading) for section in parsed.sections] == [(4, "Nia Bach")]


def test_lists_in_two_contributions_stay_apart() -> None:
    parsed = read(item("<ul><li>a</li></ul>") + item("<ul><li>b</li></ul>", speaker=""), url=PLENARY)

    assert parsed.text == "Nia Bach\n\n• a\n\n• b"


@pytest.mark.parametrize(
    ("banner", "drafts"),
    [
        ("<p>This is a draft version of the Record.</p>", ["This is a draft version of the Record."]),
        ("<p>DRAFT TRANSCRIPT</p>", ["DRAFT TRANSCRIPT"]),
        ("<p>Mae hon yn fersiwn ddrafft o’r Cofnod.</p>", ["Mae hon yn fersiwn ddrafft o’r Cofnod."]),
        ("<p>The draft budget was laid.</p>", []),
    ],
)
def test_a_banner_makes_a_draft(banner: str, drafts: list[str]) -> None:
    parsed = read(banner + item(ENGLISH), url=PLENARY)

    assert [found.quote for found in parsed.findings if found.kind is FindingKind.DRAFT] == drafts
    assert all((found.confidence, found.rule, found.start) == (0.95, "record-draft", None) for found in parsed.findings)
    assert parsed.text == "Nia Bach\n\nThe children like pears."


def test_who_speaks_of_a_draft_record_makes_none() -> None:
    parsed = read(item("<p>I read the draft record of the last meeting.</p>"), url=PLENARY)

    assert parsed.findings == ()
    assert parsed.text.endswith("I read the draft record of the last meeting.")


@pytest.mark.parametrize(
    ("title", "main", "expected"),
    [
        ("Plenary 05/02/2024 - Welsh Parliament", "", ("Plenary 05/02/2024", date(2024, 2, 5))),
        ("", "<h1>Sums Committee</h1><p>17/07/2024</p>", ("Sums Committee", date(2024, 7, 17))),
        ("", "<h1>Sums Committee</h1><h2>17 July 2024</h2>", ("Sums Committee", date(2024, 7, 17))),
        ("", "<h1>Sums Committee</h1>", ("Sums Committee", None)),
    ],
)
def test_a_meeting_has_a_name_and_a_day(title: str, main: str, expected: tuple[str, date | None]) -> None:
    parsed = read(main + item(ENGLISH), url=PLENARY, title=title)

    assert (parsed.title, parsed.published) == expected
    assert parsed.meetings == ((expected[1],) if expected[1] else ())


def test_a_transcript_in_another_form_is_read_as_any_page() -> None:
    parsed = read("<h1>Sums Committee</h1><p>[1] Nia Bach: Good morning.</p>", url="https://record.assembly.wales/Committee/1")

    assert (parsed.text, parsed.publisher) == ("[1] Nia Bach: Good morning.", "Senedd")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>Published 01/09/2020 | Last Updated 27/01/2022 | Reading Time minutes</p>", (date(2020, 9, 1), date(2022, 1, 27))),
        ("<p>Published <time datetime='2020-09-01'>01/09/2020</time></p>", (date(2020, 9, 1), None)),
        ("<p>Cyhoeddwyd 01/09/2020 | Diweddarwyd Ddiwethaf 27/01/2022</p>", (date(2020, 9, 1), date(2022, 1, 27))),
    ],
)
def test_an_article_has_its_days_above_it(line: str, expected: tuple[date, date | None]) -> None:
    parsed = read(f"<h1>Sums</h1>{line}<p>One text.</p>", url="https://senedd.wales/about/sums/")

    assert (parsed.published, parsed.updated, parsed.text) == (*expected, "One text.")


def test_a_sentence_on_what_was_published_stays() -> None:
    parsed = read(
        "<h1>Sums</h1><p>Published 01/09/2020 was the first list of sums.</p>", url="https://senedd.wales/about/sums/"
    )

    assert parsed.text == "Published 01/09/2020 was the first list of sums."
