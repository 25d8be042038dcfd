"""PDFs of every kind give their words, outline, pages, tables and findings, and nothing else."""

from datetime import date

import pytest

from corpus.finding import SURE, FindingKind
from corpus.flag import FlagReason
from corpus.publication import PublicationType
from ingest.parsed import Parsed
from ingest.pdf import parse_pdf
from tests.publishers import pdfs
from tests.publishers.pdfs import Golden

GOLDEN = (
    Golden(
        make=pdfs.guidance,
        holds=["Headteachers and site managers of all maintained schools, and anyone who keeps a pond."],
        outline=[
            (4, "Guidance"),
            (1, "Otters on school land"),
            (2, "Otters on school land"),
            (5, "Audience"),
            (5, "Overview"),
            (5, "Action required"),
            (5, "Further information"),
            (5, "Related documents"),
            (3, "1. When an otter comes"),
            (3, "2. When an otter goes"),
        ],
        pages=["1", "2", "3"],
        lines=["• keeps dogs away", "• writes down each day", "1. Close the gate.", "2. Count the fish."],
        says=[
            (FindingKind.NUMBER, "312/2021", "Guidance document no: 312/2021"),
            (FindingKind.ISSUED, "2021-06", "Date of issue: June 2021"),
            (FindingKind.REPLACES, "094/2014", "Replaces guidance document no: 094/2014"),
        ],
    ),
    Golden(
        make=pdfs.welsh_guidance,
        holds=["Mae'r ddogfen hon ar gyfer penaethiaid a phawb sydd yn cadw dŵr yn y tŷ. Ŵyn ac ŷd"],
        outline=[(1, "Dyfrgwn ar dir yr ysgol"), (2, "Cynulleidfa"), (2, "Trosolwg")],
        says=[
            (FindingKind.NUMBER, "313/2021", "Rhif y ddogfen ganllaw: 313/2021"),
            (FindingKind.ISSUED, "2021-06", "Dyddiad cyhoeddi: Mehefin 2021"),
            (FindingKind.REPLACES, "095/2014", "Yn disodli dogfen ganllaw rhif: 095/2014"),
        ],
        language="cy",
    ),
    Golden(
        make=pdfs.guidance_of_a_day,
        says=[
            (FindingKind.NUMBER, "41/2022", "Guidance document number: 41/2022"),
            (FindingKind.ISSUED, "2022-05", "Date of issue: 3 May 2022"),
            (
                FindingKind.REPLACES,
                "Ducks and bread in the early years (March 2015)",
                "Replaces: Ducks and bread in the\nearly years (March 2015)",
            ),
        ],
        published=date(2022, 5, 3),
    ),
    Golden(make=pdfs.letter, holds=["behind the hall"], outline=[(0, ""), (1, "The new pond")], dateline=date(2025, 4, 30)),
    Golden(make=pdfs.welsh_letter, dateline=date(2025, 4, 30), language="cy"),
    Golden(
        make=pdfs.minutes,
        outline=[(1, "Pond Group: minutes"), (2, "1. Welcome"), (2, "2. Weed"), (3, "Action: Ifan Broga to find a rake")],
    ),
    Golden(
        make=pdfs.report_with_table,
        rows=["Activity: Gwersi dŵr; Blwyddyn: 60%; Rate: 43%; Pupils: 51%; Lleoliad: £244; Hours: bryn porth"],
        holds=["Nobody has to learn it by heart.", "and are no row of it."],
    ),
    Golden(
        make=pdfs.tagged_report,
        holds=[
            "by the whole of the international\nclass, which found it deep.",
            "It has no heron. So far.",
        ],
        lacks=["Pond report 2024", "volcano", "inter-", "\n\n1\n", "\n\n2"],
        outline=[(1, "What the pond holds"), (2, "What it lacks")],
        lines=["• a frog, and", "• two newts", "1. Look first."],
        rows=["Frog: Seen: Yes; Number: 1", "Newt: Seen: Yes; Number: 2"],
        pages=["1", "2"],
    ),
    Golden(make=pdfs.two_columns, holds=["all of the children came out.", "the first duck came on the same day"]),
    Golden(make=pdfs.two_columns_line_by_line, holds=["the first duck came on the same day", "of which there are nine"]),
    Golden(
        make=pdfs.long_report,
        lacks=["The long report", "Chapter: the pond", "\n\n7\n"],
        holds=["Of page twelve this is line h, and it ends here."],
        outline=[(0, ""), (1, "Main findings")],
        pages=["i", "ii", "iii", *map(str, range(1, 10))],
    ),
    Golden(make=pdfs.printed_numbers, lacks=["Page 1 of 6"], pages=["[i]", "[ii]", *map(str, range(1, 7))]),
    Golden(
        make=pdfs.lists,
        lines=[
            "• a net",
            "• a pole that is as long as the boat, and",
            "• a bell drawn as a dot",
            "1. Ring the bell.",
            "2. Take the pole.",
            "(a) By its end.",
            "(b) With two hands.",
            "3. Push.",
        ],
        holds=["3. Push.\n\nAfter that there is a paragraph", "in no other one:\n\n1. Ring"],
    ),
    Golden(
        make=pdfs.letters,
        holds=[
            "The first officer put the float off the coast – “slowly”, he said, ‘as it’s late’.",
            "Mae’r tŷ ger y dŵr, ac mae Ŵyn ac ŷd yno",
            "is found unbroken,\nand goes on",
            "double-\nbarrelled",
        ],
        lacks=["\u00ad"],
    ),
    Golden(
        make=pdfs.partly_scanned,
        holds=["This page a has words"],
        pages=["1", "3"],
        flags=[(FlagReason.NO_TEXT_LAYER, "Pages 2, 4 of 5")],
    ),
    Golden(make=pdfs.scanned_and_read, holds=["the school was built, and\nit has been deep from the first day on."]),
    Golden(
        make=pdfs.hidden_text,
        holds=["these and no others.", "White on blue is seen."],
        lacks=pdfs.HIDDEN,
        flags=[(FlagReason.HIDDEN_TEXT, "Page 1: 18 words")],
    ),
    Golden(make=pdfs.sideways, holds=["and\nis turned by the reader."], outline=[(1, "Wide pond")]),
    Golden(
        make=pdfs.layers,
        holds=["This line is on no layer, and all see it."],
        lacks=["Cuddiwyd"],
        flags=[(FlagReason.HIDDEN_TEXT, "4 words")],
    ),
)  # fmt: skip


@pytest.fixture(scope="module", params=GOLDEN, ids=lambda golden: golden.make.__name__)
def pair(request: pytest.FixtureRequest) -> tuple[Golden, Parsed]:
    golden: Golden = request.param
    return golden, parse_pdf(golden.make(), name="pond.pdf")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_words_are_there_and_no_others(pair: tuple[Golden, Parsed]) -> None:
    golden, parsed = pair

    for words in golden.holds:
        assert (words in parsed.text) if "\n" in words else (flat(words) in flat(parsed.text)), parsed.text
    assert not [words for words in golden.lacks if words in parsed.text]
    assert parsed.language == golden.language


def test_lines_of_lists_and_tables_stand_alone(pair: tuple[Golden, Parsed]) -> None:
    golden, parsed = pair
    lines = parsed.text.split("\n")

    assert [line for line in (*golden.lines, *golden.rows) if line not in lines] == []


def test_sections_tile_the_text_and_pages_are_numbered(pair: tuple[Golden, Parsed]) -> None:
    golden, parsed = pair

    assert "".join(parsed.text[section.start : section.end] for section in parsed.sections) == parsed.text
    assert "".join(parsed.text[page.start : page.end] for page in parsed.pages) == parsed.text
    if golden.outline is not None:
        assert [(section.level, section.heading) for section in parsed.sections] == list(golden.outline)
    if golden.pages is not None:
        assert [page.label for page in parsed.pages] == list(golden.pages)


def test_findings_and_days_are_read_with_their_words(pair: tuple[Golden, Parsed]) -> None:
    golden, parsed = pair
    cover = [finding for finding in parsed.findings if finding.rule.startswith("cover-")]

    assert [(finding.kind, finding.value, finding.quote) for finding in cover] == list(golden.says)
    assert all(parsed.text[finding.start : finding.end] == finding.quote for finding in cover)
    assert all(finding.confidence > SURE for finding in cover)
    assert (parsed.published, parsed.dateline) == (golden.published, golden.dateline)
    if golden.says:
        assert parsed.type is PublicationType.GUIDANCE


def test_flags_say_what_is_not_there(pair: tuple[Golden, Parsed]) -> None:
    golden, parsed = pair

    assert [flag.reason for flag in parsed.flags] == [reason for reason, _ in golden.flags]
    assert all(words in flag.detail for flag, (_, words) in zip(parsed.flags, golden.flags, strict=True))


def test_columns_are_read_one_after_the_other() -> None:
    whole = parse_pdf(pdfs.two_columns(), name="a.pdf").text

    assert parse_pdf(pdfs.two_columns_line_by_line(), name="a.pdf").text == whole
    assert whole.index("came out.") < whole.index("The second column")
    assert ";" not in whole


def test_a_table_goes_on_over_page_breaks() -> None:
    parsed = parse_pdf(pdfs.table_over_pages(), name="a.pdf")

    rows = [line for line in parsed.text.split("\n\n") if line.startswith("Activity: ")]
    assert len(parsed.pages) > 1
    assert len(rows) == len(pdfs.make_case("page break", 1).rows)
    assert "Activity: Activity" not in parsed.text
