"""The few words that answer, with the word that ties them, nearest to what was asked, and their value in one form."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import terms
from search_api.answering.answer import Short
from search_api.answering.short import short_of
from search_api.answering.short_amount import amount_value
from search_api.answering.short_when import date_value
from search_api.question.kind import Kind
from tests.search_api.making import candidate, candidates_of, text


def short(kind: Kind, asked: str, words: str, language: str = "en") -> Short | None:
    """The short answer in a sentence, every word of the question telling as much."""
    named = frozenset(re.findall(r"\w[\w’'-]*", asked.casefold()))
    return short_of(kind, candidates_of(text(words, language=language))[0], dict.fromkeys(terms(asked, language), 1.0), named)


WHEN = [
    ("publish the plan", "Schools must publish the plan by 31 October 2025.", "by 31 October 2025", "2025-10-31"),
    ("scheme start", "The scheme starts on 1 September 2024 and ends on 31 August 2026.", "on 1 September 2024", "2024-09-01"),
    ("register close", "The register closes no later than 3rd May 2025.", "no later than 3rd May 2025", "2025-05-03"),
    ("body", "From April 2026 a new body takes over.", "From April 2026", "2026-04"),
    ("review", "A review begins in autumn 2026.", "in autumn 2026", "autumn 2026"),
    ("review", "A review begins in the Autumn term 2026.", "in the Autumn term 2026", "autumn term 2026"),
    (
        "review",
        "It ends before the end of the summer term 2026.",
        "before the end of the summer term 2026",
        "the end of the summer term 2026",
    ),
    (
        "roll-out",
        "Roll-out begins at the start of the 2026/27 school year.",
        "at the start of the 2026/27 school year",
        "the start of the 2026/27 school year",
    ),
    ("roll-out", "Roll-out begins in the 2026-27 academic year.", "in the 2026-27 academic year", "the 2026-27 academic year"),
    ("roll-out", "Roll-out is complete by 2027.", "by 2027", "2027"),
    ("roll-out", "Roll-out will be complete by the end of 2027.", "by the end of 2027", "2027"),
    (
        "cut-off",
        "Applications close on the last Friday of January each year.",
        "on the last Friday of January",
        "the last friday of january",
    ),
    ("visit", "Visits begin in the first week in June 2025.", "in the first week in June 2025", "the first week in june 2025"),
    ("form", "Return the form by 5 May.", "by 5 May", "5 may"),
    ("form", "Return the form by Friday 5 May 2025.", "by Friday 5 May 2025", "2025-05-05"),
    ("form", "Return the form by the 5th May 2025.", "by the 5th May 2025", "2025-05-05"),
    ("form due", "The form, due by 1 May 2025, replaces that of 3 April 2019.", "by 1 May 2025", "2025-05-01"),
    ("applies", "It applies until 31 August 2026.", "until 31 August 2026", "2026-08-31"),
    ("applied", "It has applied since September 2022.", "since September 2022", "2022-09"),
    ("letter", "The letter was sent on 05/06/2024.", "on 05/06/2024", "2024-06-05"),
    ("letter", "The letter was sent early in 2024.", "in 2024", "2024"),
    ("governors", "Governors are elected in May 2025, and the chair on 2 June 2025.", "in May 2025", "2025-05"),
    ("chair", "Governors are elected in May 2025, and the chair on 2 June 2025.", "on 2 June 2025", "2025-06-02"),
    ("fund opens", "The fund opens on 1 September (2025).", "on 1 September (2025)", "2025-09-01"),
    ("fund", "The fund was to open in March (2024).", "in March (2024)", "2024-03"),
    (
        "draft",
        "A draft is due by the end of the spring term (2025).",
        "by the end of the spring term (2025)",
        "the end of the spring term 2025",
    ),
    ("form", "Return the form within 30 days.", "within 30 days", "30 days"),
    ("letter", "In March the letter was sent.", "In March", "march"),
    ("bell", "The bell rings at 9.30am.", "at 9.30am", "9.30am"),
    ("summary", "Schools must publish a summary each autumn.", "each autumn", "each autumn"),
    ("summary", "Publish it by the end of the summer term.", "by the end of the summer term", "the end of the summer term"),
    ("summary", "Publish it every three years, from May 2025.", "from May 2025", "2025-05"),
    ("form in 2025", "In 2025 it is due on 3 June 2025.", "on 3 June 2025", "2025-06-03"),
    ("rule", "The Pond Act 2019 comes into force on 1 May 2025.", "on 1 May 2025", "2025-05-01"),
    ("no figures", "No figures exist for 2019/20 to 2021/22.", "2019/20 to 2021/22", "2019/20 to 2021/22"),
    ("trial", "The trial ran from May 2023 to June 2024.", "from May 2023 to June 2024", "may 2023 to june 2024"),
    ("trial ended", "The trial ran from May 2023 to June 2024.", "June 2024", "2024-06"),
    ("trial started", "The trial ran from May 2023 to June 2024.", "from May 2023", "2023-05"),
    ("trial", "It ran between May 2023 and June 2024.", "between May 2023 and June 2024", "may 2023 and june 2024"),
    ("what date the form", "The form of 2019 is due on 3 June 2025.", "on 3 June 2025", "2025-06-03"),
    ("attendance falls", "Attendance falls around the May exams.", "around the May", "may"),
]
WHEN_IN_WELSH = [
    ("cyhoeddi'r cynllun", "Rhaid cyhoeddi'r cynllun erbyn 31 Hydref 2025.", "erbyn 31 Hydref 2025", "2025-10-31"),
    ("dechrau", "Bydd yn dechrau ar 1 Medi 2026.", "ar 1 Medi 2026", "2026-09-01"),
    ("dechrau", "Bydd yn dechrau ym mis Medi 2026.", "ym mis Medi 2026", "2026-09"),
    ("dechrau", "Bydd yn dechrau ar 1af o Fedi 2026.", "ar 1af o Fedi 2026", "2026-09-01"),
    ("cynllun", "Bydd y cynllun ar waith erbyn mis Mawrth 2026.", "erbyn mis Mawrth 2026", "2026-03"),
    ("dechrau", "Bydd yn dechrau yn nhymor yr hydref 2026.", "yn nhymor yr hydref 2026", "nhymor yr hydref 2026"),
    ("i ben", "Dechreuodd ym mis Ionawr 2024 a daeth i ben ar 3 Fai 2025.", "ar 3 Fai 2025", "2025-05-03"),
    ("cyhoeddi", "Rhaid cyhoeddi o fewn 15 diwrnod ysgol.", "o fewn 15 diwrnod ysgol", "15 diwrnod ysgol"),
    ("cyhoeddi", "Rhaid cyhoeddi ym mis Mawrth.", "ym mis Mawrth", "mawrth"),
    ("i ben", "Cynhaliwyd y peilot rhwng 1 Chwefror 2023 a 31 Mawrth 2024.", "31 Mawrth 2024", "2024-03-31"),
    ("dechreuodd", "Dechreuodd ym mis Ionawr 2024 a daeth i ben ar 3 Fai 2025.", "ym mis Ionawr 2024", "2024-01"),
]
HOW_MUCH = [
    ("boards", "Wales has seven health boards.", "seven health boards", "7 boards"),
    ("cost", "The programme will cost £9.2 million over three years.", "£9.2 million", "9200000 GBP"),
    ("grant", "Each school gets a grant of £450 for books.", "£450", "450 GBP"),
    ("fund", "A fund of £28m opens.", "£28m", "28000000 GBP"),
    ("fund", "A fund of £1.5bn opens.", "£1.5bn", "1500000000 GBP"),
    ("fund", "A fund of £12,500 a year opens.", "£12,500 a year", "12500 GBP"),
    ("fund", "A fund of up to £3k opens.", "up to £3k", "3000 GBP"),
    ("rate", "The rate is £1,150 per pupil.", "£1,150 per pupil", "1150 GBP"),
    ("rate", "The rate is £3.20 a meal.", "£3.20 a meal", "3.20 GBP"),
    ("went to learning", "In 2022-23 £28 million went to learning.", "£28 million", "28000000 GBP"),
    ("attendance", "Attendance rose to 91.5% in 2024.", "91.5%", "91.5 %"),
    ("attendance", "Attendance rose to 91.5 per cent in 2024.", "91.5 per cent", "91.5 %"),
    ("staff", "The body has around 25 staff.", "around 25 staff", "25 staff"),
    ("staff", "The body has 25 full-time staff and 3 directors.", "25 full-time staff", "25 staff"),
    ("directors", "The body has 25 full-time staff and 3 directors.", "3 directors", "3 directors"),
    ("governors", "There are at least twelve governors.", "at least twelve governors", "12 governors"),
    ("schools", "In 2024, 1,400 schools took part.", "1,400 schools", "1400 schools"),
    ("pupils", "On 5 May 2025 some 300 pupils sang.", "300 pupils", "300 pupils"),
    ("days", "A head may exclude for no more than 45 school days in a year.", "no more than 45 school days", "45 days"),
    ("pupils", "More than 10,000 pupils take part.", "More than 10,000 pupils", "10000 pupils"),
    ("pupils", "Half of pupils walk.", "Half", "0.5"),
    ("pupils", "One in five pupils walks.", "One in five", "one in five"),
    ("governors", "One of the pupils spoke to 30 governors.", "30 governors", "30 governors"),
    ("articles", "The UN Convention has 54 articles.", "54 articles", "54 articles"),
    ("class", "Classes are limited to 30.", "30", "30"),
    ("minister", "The trial ran with 4 ministers.", "4 ministers", "4 ministers"),
    ("met", "The 136 met in May.", "136", "136"),
    ("cost", "It cost £186,400, for each of the 74 chairs.", "£186,400", "186400 GBP"),
    ("how much per chair", "For each of the 74 chairs £2,519 was given.", "£2,519", "2519 GBP"),
    ("what percentage of pupils", "Of 300 pupils 12% walk.", "12%", "12 %"),
    ("how much of the funding", "Of 300 schools 92% get it.", "92%", "92 %"),
    ("absence", "Absence rose from 8.4% to 18.8%.", "18.8%", "18.8 %"),
    ("how many visits in six years", "It has two visits in six years.", "two visits", "2 visits"),
    ("which document number", "It is document 155/2014.", "155/2014", "155/2014"),
]
HOW_MUCH_IN_WELSH = [
    ("costio", "Bydd y rhaglen yn costio £9.2 miliwn dros dair blynedd.", "£9.2 miliwn", "9200000 GBP"),
    ("cost", "Cost y rhaglen yw £2 filiwn.", "£2 filiwn", "2000000 GBP"),
    ("staff", "Mae gan y corff tua 25 o staff.", "tua 25 o staff", "25 staff"),
    ("presenoldeb", "Cododd presenoldeb i 91.5 y cant.", "91.5 y cant", "91.5 %"),
    ("llywodraethwr", "Mae o leiaf deg llywodraethwr.", "o leiaf deg llywodraethwr", "10 llywodraethwr"),
    ("reswm", "Mae dau reswm dros wahardd.", "dau reswm", "2 reswm"),
    ("faint gostiodd am bob cadeirydd", "Costiodd £2,519 am bob un o'r 74 o gadeiryddion.", "£2,519", "2519 GBP"),
    ("cadeirydd", "Aeth un cadeirydd o bob tri.", "un cadeirydd o bob tri", "un cadeirydd o bob tri"),
]
HOW_LONG = [
    ("excluded", "A pupil may be excluded for up to 45 school days.", "up to 45 school days", "45 school days"),
    ("reviewed", "The policy is reviewed every two years.", "every two years", "every two years"),
    ("reviewed", "The policy is reviewed annually.", "annually", "annually"),
    ("reviewed", "The policy is reviewed once a year.", "once a year", "once a year"),
    ("meets", "The body meets at least once every term.", "at least once every term", "once every term"),
    ("meets", "The group meets each half-term.", "each half-term", "each half-term"),
    ("meets", "Governors meet three times a year.", "three times a year", "three times a year"),
    ("lunch", "Lunch lasts at least 30 minutes.", "at least 30 minutes", "30 minutes"),
    ("office", "The term of office is four years.", "four years", "four years"),
    ("kept", "Records are kept for a two-year period.", "two-year", "two-year"),
    ("runs", "The trial runs for a year.", "a year", "a year"),
]
HOW_LONG_IN_WELSH = [
    ("gwahardd", "Caiff disgybl ei wahardd am hyd at 45 diwrnod ysgol.", "hyd at 45 diwrnod ysgol", "45 diwrnod ysgol"),
    ("adolygu", "Adolygir y polisi bob dwy flynedd.", "bob dwy flynedd", "bob dwy flynedd"),
    ("adolygu", "Adolygir y polisi yn flynyddol.", "yn flynyddol", "yn flynyddol"),
    ("cwrdd", "Mae'r corff yn cwrdd bob tymor.", "bob tymor", "bob tymor"),
    ("swydd", "Mae'r swydd am bedair blynedd.", "bedair blynedd", "bedair blynedd"),
    ("ymgynghori", "Rhaid ymgynghori am o leiaf 42 o ddiwrnodau.", "o leiaf 42 o ddiwrnodau", "42 o ddiwrnodau"),
]
WHO = [
    ("chairs the group", "The group is chaired by Mair Pendry.", "Mair Pendry", "Mair Pendry"),
    ("chairs the group", "Dr Mair Pendry chairs the group.", "Dr Mair Pendry", "Dr Mair Pendry"),
    ("wrote the review", "Rhys ap Gwilym wrote the review.", "Rhys ap Gwilym", "Rhys ap Gwilym"),
    ("review", "The report built on Mair Pendry’s review.", "Mair Pendry", "Mair Pendry"),
    ("appoints the head", "The governing body appoints the head.", "governing body", "governing body"),
    ("decides", "The local authority decides.", "local authority", "local authority"),
    ("inspects", "Estyn inspects every school.", "Estyn", "Estyn"),
    ("answers", "Mair Pendry of the School Sites Branch answers.", "Mair Pendry", "Mair Pendry"),
    ("leads the voice group", "Mair Pendry, who leads the Pupil Voice Group, spoke.", "Mair Pendry", "Mair Pendry"),
    (
        "ran it",
        "The Coaching Team with Mair Pendry and Rhys Owen ran it.",
        "Mair Pendry and Rhys Owen",
        "Mair Pendry and Rhys Owen",
    ),
    ("which board decides", "The Board of Arfon, with Mair Pendry, decides.", "Board of Arfon", "Board of Arfon"),
    (
        "signs",
        "The Cabinet Secretary for Education signs each letter.",
        "Cabinet Secretary for Education",
        "Cabinet Secretary for Education",
    ),
    ("signs", "The Minister will sign each letter to parents in the spring of 2025.", "Minister", "Minister"),
    ("leads", "The Director of Education and Skills leads.", *["Director of Education and Skills"] * 2),
    ("tells the governing body", "The governing body is told by the headteacher.", "headteacher", "headteacher"),
    ("asked Estyn", "Estyn was asked by Mair Pendry.", "Mair Pendry", "Mair Pendry"),
    ("checks colours", "The local authority and consortium check colours.", *["local authority and consortium"] * 2),
    ("decide", "Schools, local authorities and Estyn decide.", *["Schools, local authorities and Estyn"] * 2),
    ("works with Estyn", "Estyn and the local authority work on it.", "local authority", "local authority"),
    ("led the work", "Mair Pendry, Rhys Owen and Siân Rees led it.", *["Mair Pendry, Rhys Owen and Siân Rees"] * 2),
    ("comes to us", "The visit is led by an HMI.", "HMI", "HMI"),
]
WHO_IN_WELSH = [
    ("penodi", "Y corff llywodraethu sy'n penodi'r pennaeth.", "corff llywodraethu", "corff llywodraethu"),
    ("cadeirio", "Cadeirir y grŵp gan Dr Mair Pendry.", "Dr Mair Pendry", "Dr Mair Pendry"),
    ("arolygu", "Mae Estyn yn arolygu pob ysgol.", "Estyn", "Estyn"),
]
TABLES = [
    (Kind.WHEN, "en", WHEN),
    (Kind.WHEN, "cy", WHEN_IN_WELSH),
    (Kind.HOW_MUCH, "en", HOW_MUCH),
    (Kind.HOW_MUCH, "cy", HOW_MUCH_IN_WELSH),
    (Kind.HOW_LONG, "en", HOW_LONG),
    (Kind.HOW_LONG, "cy", HOW_LONG_IN_WELSH),
    (Kind.WHO, "en", WHO),
    (Kind.WHO, "cy", WHO_IN_WELSH),
]
ROWS = [(kind, language, *row) for kind, language, rows in TABLES for row in rows]


@pytest.mark.parametrize(("kind", "language", "asked", "words", "answer", "value"), ROWS)
def test_the_words_that_answer(kind: Kind, language: str, asked: str, words: str, answer: str, value: str) -> None:
    found = short(kind, asked, words, language)

    assert found is not None
    assert (found.words, found.value) == (answer, value)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.WHEN, "Return the form soon."),
        (Kind.WHEN, "Learners may march away."),
        (Kind.HOW_MUCH, "It costs nothing."),
        (Kind.HOW_MUCH, "The plan of 31 October 2025 applies."),
        (Kind.HOW_MUCH, "It ran in 2022-23."),
        (Kind.HOW_LONG, "It lasts for ever."),
        (Kind.WHO, "Somebody decides."),
        (Kind.WHO, "Learning Well in Wales is its name."),
        (Kind.WHEN, "The Pond Act 2019 applies."),
        (Kind.WHERE, "It is kept in Cardiff."),
        (Kind.LIST, "It costs £28 million by 1 May 2025."),
        (Kind.YES_NO, "It costs £28 million by 1 May 2025."),
    ],
)
def test_a_sentence_without_such_words_has_no_short_answer(kind: Kind, words: str) -> None:
    assert short(kind, "form", words) is None


@pytest.mark.parametrize(
    ("kind", "asked", "words"),
    [
        (Kind.WHO, "Who does Estyn inspect?", "Estyn inspects."),
        (Kind.WHO, "Who are the governing body?", "The governing body decides."),
        (Kind.WHEN, "When in 2025?", "It is due in 2025."),
        (Kind.HOW_MUCH, "How many visits in six years?", "The cycle is six years."),
    ],
)
def test_what_the_question_names_itself_does_not_answer_it(kind: Kind, asked: str, words: str) -> None:
    assert short(kind, asked, words) is None


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What percentage of pupils walk?", "It cost £168 million for 300 pupils."),
        ("What did it cost?", "It has 74 chairs."),
    ],
)
def test_another_sort_of_number_than_is_asked_for_does_not_answer(asked: str, words: str) -> None:
    assert short(Kind.HOW_MUCH, asked, words) is None


def test_the_span_is_in_the_document_and_line_ends_are_not_in_the_words() -> None:
    held = text("Otters swim. Return the form by 5\nMay 2025, at noon.")
    found = short_of(Kind.WHEN, candidate(held, "Return"), {"form": 1.0}, frozenset())

    assert found is not None
    assert held.document.text[found.span.start : found.span.end] == "by 5\nMay 2025"
    assert found.words == "by 5 May 2025"


def test_a_rarer_word_of_the_question_draws_more() -> None:
    made = candidate(text("Forms are due on 1 May 2025; plans of ponds on 2 June 2025."), "Forms")
    rare_form, rare_pond = {"form": 3.0, "pond": 0.1}, {"form": 0.1, "pond": 3.0}

    assert [found.value for told in (rare_form, rare_pond) if (found := short_of(Kind.WHEN, made, told, frozenset()))] == [
        "2025-05-01",
        "2025-06-02",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1 April 2025", "2025-04-01"),
        ("1st April 2025", "2025-04-01"),
        ("01/04/2025", "2025-04-01"),
        ("1 Ebrill 2025", "2025-04-01"),
        ("April 2025", "2025-04"),
        ("Ebrill 2025", "2025-04"),
        ("2025", "2025"),
        ("31 February 2025", "31 february 2025"),
        ("Spring  term 2025", "spring term 2025"),
        ("2024/25", "2024/25"),
    ],
)
def test_a_day_in_one_form(words: str, value: str) -> None:
    assert date_value(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("£28 million", "28000000 GBP"),
        ("£ 28,000,000", "28000000 GBP"),
        ("£28m", "28000000 GBP"),
        ("£0.5bn", "500000000 GBP"),
        ("£2 thousand", "2000 GBP"),
        ("£2.50", "2.50 GBP"),
        ("10%", "10 %"),
        ("10 per cent", "10 %"),
        ("10 y cant", "10 %"),
        ("25 staff", "25 staff"),
        ("Twelve governors", "12 governors"),
        ("1,400", "1400"),
        ("1.5 million", "1500000"),
        ("3 in 4", "3 in 4"),
    ],
)
def test_an_amount_in_one_form(words: str, value: str) -> None:
    assert amount_value(words) == value


LINES = st.lists(
    st.sampled_from("by 1 April 2025 £28 million 10% on Estyn Mair Pendry , . every two years o 5 a".split()), max_size=30
)


@given(LINES, st.sampled_from([Kind.WHEN, Kind.HOW_MUCH, Kind.HOW_LONG, Kind.WHO]), st.sampled_from(["en", "cy"]))
def test_a_short_answer_always_stands_in_its_quotation(words: list[str], kind: Kind, language: str) -> None:
    for made in candidates_of(text(" ".join(words), language=language)):
        found = short_of(kind, made, {"estyn": 1.0}, frozenset())
        if found:
            assert made.span.start <= found.span.start < found.span.end <= made.span.end
            assert " ".join(made.held.document.text[found.span.start : found.span.end].split()) == found.words
            assert found.value


def test_a_line_of_thousands_of_numbers_is_read_at_once() -> None:
    found = short(Kind.HOW_MUCH, "otters", "In 2024 " + "otters 17 " * 20_000)

    assert found is not None
    assert found.value == "17 otters"
