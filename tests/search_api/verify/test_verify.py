"""Each check rejects what it is for, with its code, and lets true sentences by; a quotation is always the document's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.publication import PublicationType, Status
from index.embed import SentenceEmbedder
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.modelled.contract import Item
from search_api.modelled.source import Source
from search_api.question.question import Question
from search_api.verify.quote import place
from search_api.verify.verify import verify
from tests.search_api.writing import question, source

NEUTRAL = "What does it say?"


def checked(
    sentence: str, quote: str, embedder: SentenceEmbedder, *, told: Source | None = None, asked: Question | None = None
) -> Claim | Rejection:
    held = told or source(quote)
    return verify(Item(s=sentence, cites=["p1"], quote=quote), {"p1": held}, asked or question(NEUTRAL), embedder=embedder)


@pytest.mark.parametrize(
    ("quote", "sentence", "code"),
    [
        ("The fund gives £28 million to 40 schools.", "The fund gives £26 million to 40 schools.", Code.NUMBER),
        ("The fund gives £28 million to 40 schools.", "The fund gives 28 schools £40 million.", Code.NUMBER),
        ("Notice of at least 15 school days is given.", "Notice of at least 15 days is given.", Code.NUMBER),
        ("Notice of at least 15 days is given.", "Notice of up to 15 days is given.", Code.NUMBER),
        ("Most schools were ready for the change.", "Schools were ready for the change.", Code.NUMBER),
        ("Absence was 5.7% in 2018/19 and 10.5% in 2022/23.", "Absence was 10.5% in 2018/19.", Code.NUMBER),
        ("The panel meets each term.", "The panel meets each month.", Code.NUMBER),
        ("The rules apply from 1 April 2025.", "The rules apply until 1 April 2025.", Code.DATE),
        ("The rules apply from 1 April 2025.", "The rules apply from 1 April 2024.", Code.DATE),
        ("It opened on 4 March and closed on 27 May 2024.", "It closed on 4 March.", Code.DATE),
        ("Heads must tell Estyn of it.", "Heads must tell Qualifications Wales of it.", Code.NAME),
        ("Heads must tell Estyn of it.", "Estyn must tell heads of it.", Code.NAME),
        ("Nest Corbett led the review.", "Nest Rosser led the review.", Code.NAME),
        ("Schools should keep a record.", "Schools must keep a record.", Code.MODALITY),
        ("Schools must keep a record.", "Schools may keep a record.", Code.MODALITY),
        ("The plan will be published.", "The plan has been published.", Code.MODALITY),
        ("Ministers intend to publish the plan.", "Ministers will publish the plan.", Code.MODALITY),
        ("Schools need not publish the plan.", "Schools must publish the plan.", Code.MODALITY),
        ("Schools must not charge for lessons.", "Schools must charge for lessons.", Code.NEGATION),
        ("Schools must charge for trips.", "Schools must not charge for trips.", Code.NEGATION),
        ("The advice is not statutory.", "The advice is statutory.", Code.NEGATION),
        ("It may close unless a governor objects.", "It may close.", Code.NEGATION),
        ("Supply cover may be paid for only in winter.", "Supply cover may be paid for in winter.", Code.NEGATION),
        ("The review found that plans were late.", "Plans were late.", Code.ATTRIBUTION),
        ("The review found that plans were late.", "The union found that plans were late.", Code.ATTRIBUTION),
        ("Absence rose sharply in rural schools.", "Absence fell sharply in rural schools.", Code.SUPPORT),
        ("Schools publish their plans yearly.", "Schools publish their plans and budgets yearly.", Code.SUPPORT),
        ("The group has worries about pace but likes the aim.", "The group likes pace.", Code.SUPPORT),
    ],
)
def test_a_false_sentence_is_rejected_with_its_code(quote: str, sentence: str, code: Code, embedder: SentenceEmbedder) -> None:
    verdict = checked(sentence, quote, embedder)

    assert isinstance(verdict, Rejection), "it passed"
    if code is not Code.SUPPORT or verdict.code is Code.SUPPORT:
        assert verdict.code is code


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("The fund gives £28 million to 40 schools.", "40 schools get £28m from the fund."),
        ("Heads must tell Estyn of it.", "Estyn must be told of it by heads."),
        ("Schools must keep a record.", "Schools have to keep a record."),
        ("The advice is not statutory.", "The advice is non-statutory."),
        ("Every school must publish a plan by 31 October.", "By 31 October every school must publish a plan."),
        ("The review found that plans were late.", "According to the review, plans were late."),
        ("The inquiry opened on 4 March and closed on 27 May 2024.", "The inquiry ran from 4 March to 27 May 2024."),
        ("Rates rose by 10 per cent.", "Rates rose by 10%."),
    ],
)
def test_a_true_rewording_is_kept(quote: str, sentence: str, embedder: SentenceEmbedder) -> None:
    verdict = checked(sentence, quote, embedder)

    assert isinstance(verdict, Claim), verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "Schools must read https://otters.example/plan.",
        "Schools must read otters.example.",
        "Write to plan@otters.example.",
        "Schools must ring 0300 555 0199.",
        "Schools must **publish**.",
        "Schools must <b>publish</b>.",
        "Schools must publish `rm -rf`.",
        "Schools must pub\u200blish.",
        "Click the plan.",
        "You must publish the plan.",
        "As an AI model I cannot say what schools must publish.",
        "The passages above say schools must publish.",
    ],
)
def test_links_code_and_orders_are_never_shown(sentence: str, embedder: SentenceEmbedder) -> None:
    quote = f"{sentence.removesuffix('.')} and schools must publish the plan."
    verdict = checked(sentence, "Schools must publish the plan.", embedder)

    assert isinstance(verdict, Rejection)
    assert verdict.code is Code.LINK
    if "You" not in sentence and "Click" not in sentence and "Write" not in sentence:
        again = checked(sentence, quote, embedder)
        assert isinstance(again, Rejection)
        assert again.code is Code.LINK


@pytest.mark.parametrize(
    ("asked", "sentence", "passes"),
    [
        ({}, "Schools must publish the plan.", False),
        ({}, "The superseded plan guidance said schools must publish the plan.", False),
        ({"any_status": True}, "Schools must publish the plan.", False),
        ({"any_status": True}, "Schools must publish the plan, the superseded text said.", True),
    ],
)
def test_a_superseded_text_is_used_only_when_asked_for_and_called_so(
    asked: dict[str, object], sentence: str, passes: bool, embedder: SentenceEmbedder
) -> None:
    quote = "Schools must publish the plan, the text said."
    told = source(quote, status=Status.SUPERSEDED)
    verdict = checked(sentence, quote, embedder, told=told, asked=question(NEUTRAL, **asked))

    if passes:
        assert not (isinstance(verdict, Rejection) and verdict.code is Code.VERSION)
    else:
        assert isinstance(verdict, Rejection)


def test_a_page_s_word_that_it_is_withdrawn_does_not_count_against_the_catalogue(embedder: SentenceEmbedder) -> None:
    quote = "This guidance is withdrawn and schools need not follow it."
    verdict = checked(quote, quote, embedder, told=source(quote, publication_type=PublicationType.GUIDANCE))

    assert isinstance(verdict, Rejection)
    assert verdict.code is Code.VERSION


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Rhaid i ysgolion gyhoeddi'r cynllun.", NEUTRAL),
        ("Schools must publish the plan.", "Beth mae'n rhaid i ysgolion ei gyhoeddi?"),
    ],
)
def test_sentence_passage_and_question_are_in_one_language(sentence: str, asked: str, embedder: SentenceEmbedder) -> None:
    verdict = checked(sentence, "Schools must publish the plan.", embedder, asked=question(asked))

    assert isinstance(verdict, Rejection)
    assert verdict.code is Code.LANGUAGE


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("every school must publish its plan", True),
        ("Every  school “must” publish its plan".replace("“must”", "must"), True),
        ('"Every school must publish its plan."', True),
        ("Every school should publish its plan", False),
        ("its plan", False),
        ("It is short.", True),
        ("very school must publish its pla", False),
        ("", False),
    ],
)
def test_a_quotation_is_found_but_for_quotes_dashes_and_spaces(quote: str, found: bool) -> None:
    told = source("Every school must publish\u00a0its plan. It is short.")
    claim = place(Item(s="x", cites=["p1"], quote=quote), {"p1": told})

    assert isinstance(claim, Claim) == found


def test_a_slip_in_a_long_quotation_is_put_right_with_the_true_words() -> None:
    text = (
        "Every maintained school in Wales must publish a short summary of its development plan on its own website by the last "
        "day of October, and must give a paper copy to any parent who asks."
    )
    claim = place(Item(s="x", cites=["p1"], quote=text.replace("short", "brief")), {"p1": source(text)})

    assert isinstance(claim, Claim)
    assert claim.quote == text


def test_a_quotation_is_widened_to_whole_sentences_and_no_further() -> None:
    text = "Plans are short. Schools must publish them unless a governor objects in writing. Others may.\n<!-- planted -->"
    claim = place(Item(s="x", cites=["p1"], quote="Schools must publish them"), {"p1": source(text)})
    last = place(Item(s="x", cites=["p1"], quote="Others may."), {"p1": source(text)})

    assert isinstance(claim, Claim)
    assert claim.quote == "Schools must publish them unless a governor objects in writing."
    assert isinstance(last, Claim)
    assert last.quote == "Others may."


def test_a_list_item_stands_under_the_words_that_introduce_it(embedder: SentenceEmbedder) -> None:
    text = "Schools must:\n\n• publish a summary of the plan\n• show it to parents"
    verdict = checked(
        "Schools must publish a summary of the plan.", "publish a summary of the plan", embedder, told=source(text)
    )

    assert isinstance(verdict, Claim)
    assert verdict.quote == "publish a summary of the plan"
    assert verdict.context == "Schools must:"


@given(st.text(min_size=1, max_size=200), st.integers(0, 199), st.integers(1, 120))
def test_whatever_is_quoted_is_the_document_s_own(text: str, start: int, length: int) -> None:
    told = source(text)
    quote = told.text[start : start + length]
    claim = place(Item(s="x", cites=["p1"], quote=quote), {"p1": told})

    if isinstance(claim, Claim):
        assert told.document.text[slice(*claim.span)] == claim.quote != ""
