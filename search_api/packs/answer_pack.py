"""The pack of an answer: its statements and what to know of them, or why there is none, as the page says it; answers none."""

from collections.abc import Iterator

from search_api import views, wording
from search_api.address import Address
from search_api.answering import views as answer_views
from search_api.answering import words as answer_words
from search_api.answering.answer import Answer, AnswerStatus, Note
from search_api.answering.views import Said, View
from search_api.library import Library
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Gathered, Item, Section
from search_api.packs.counted import more_items, searched_words
from search_api.packs.filter_words import filter_facts
from search_api.packs.quotations import Quotations
from search_api.packs.rules import rules_of_answers, settings_of
from search_api.packs.search_pack import hit_section
from search_api.packs.wanted import Wanted, read_on

CHOSEN = message("A program chose these words and can miss something. The source decides.")


def gather_answer(library: Library, wanted: Wanted, spoken: Messages) -> Gathered:
    """What the page of an answer says; raises InvalidQuery."""
    question = read_on(library, wanted)
    here = views.settled(wanted.address, question)
    answer = library.ask(question)
    view = answer_views.view(answer, here, spoken)
    made = Quotations()
    sections = tuple(_answered(view, made, spoken) if view.said else _unanswered(view, made, spoken))
    return Gathered(
        contents=Contents(
            of=wanted.of,
            title=question.asked_text,
            subject=question.asked_text,
            subject_language=question.language,
            language=spoken.language,
            asked=tuple(_asked(view, here, spoken)),
            sections=sections,
            citations=made.citations,
            beside=_beside(answer, made, spoken),
            above=tuple(words for _, words in view.above),
            notes=tuple(_notes(view, spoken)),
            columns=("level", "short_answer", "short_value", "written_by_model"),
        ),
        searched=answer.searched,
        as_of=question.filters.as_of,
        question_language=question.language,
        rules=rules_of_answers(library),
        settings=settings_of(library),
    )


def _asked(view: View, here: Address, spoken: Messages) -> Iterator[Fact]:
    question = view.answer.question
    yield Fact(name=spoken.text(message("Question")), value=question.asked_text)
    if question.text != question.asked_text:
        yield Fact(name=spoken.text(message("Read with the question before")), value=question.text)
    opening = spoken.text(message("Read as:"))
    yield Fact(name=opening.rstrip(": "), value=view.read_as.removeprefix(opening).strip())
    yield from filter_facts(here, spoken)


def _answered(view: View, made: Quotations, spoken: Messages) -> Iterator[Section]:
    answer = view.answer
    text = [view.refused.sentence] if view.refused else []
    if answer.status is AnswerStatus.ANSWERED_PARTLY:
        text.append(spoken.text(message("We found nothing held here for the rest of the question.")))
    items = [_item(one, view, made, spoken, lead=view.lead if place == 0 else "") for place, one in enumerate(view.said)]
    yield Section(heading=_heading(view, spoken), text=tuple(text), items=tuple(items))


def _unanswered(view: View, made: Quotations, spoken: Messages) -> Iterator[Section]:
    heading = view.refused.heading if view.refused else spoken.text(message("We did not find an answer"))
    text = (view.refused.sentence, view.refused.step) if view.refused else ()
    yield Section(heading=heading, text=tuple(words for words in text if words))
    if view.answer.nearest:
        yield Section(heading=spoken.text(message("Related, may not answer")))
        for shown in view.answer.nearest:
            yield hit_section(shown, view.answer.question.text, made, spoken, depth=2)


def _heading(view: View, spoken: Messages) -> str:
    if view.refused:
        return view.refused.heading
    if view.answer.status is AnswerStatus.ANSWERED_PARTLY:
        return spoken.text(message("An answer to part of this"))
    if Note.NOT_IN_FORCE in view.notes:
        return spoken.text(message("A draft or a consultation says"))
    return spoken.text(message("The closest words found") if Note.CLOSEST in view.notes else message("Answer"))


def _item(one: Said, view: View, made: Quotations, spoken: Messages, *, lead: str) -> Item:
    statement = one.statement
    cited = [citation for citation in view.answer.citations if citation.n in statement.citations]
    numbers = [made.cite(citation.publication, citation.document, citation.span) for citation in cited]
    is_quotation = bool(one.blocks)
    return Item(
        cites=tuple(n for n in numbers if n is not None),
        label=lead,
        words="" if is_quotation else statement.text,
        before=one.before,
        facts=tuple(_facts(one, spoken)),
        data={
            "level": statement.level or "",
            "short_answer": statement.short.words if statement.short else "",
            "short_value": statement.short.value if statement.short else "",
            "written_by_model": "true" if statement.written else "",
        },
    )


def _facts(one: Said, spoken: Messages) -> Iterator[str]:
    statement, source = one.statement, one.source
    if statement.level and source:
        standing = source.publication.standing
        reason = answer_words.level_reason(statement.level, standing.force, source.document.held, spoken)
        yield f"{spoken.text(answer_words.LEVELS[statement.level])}, {reason}."
    if statement.more:
        yield f"{more_items(statement.more, spoken)}."
    if not one.stands and source:
        until = source.publication.standing.valid_to
        word = f"{spoken.text(wording.status_word(source.publication))}."
        stood = spoken.text(message("It stood until %(day)s.")) % {"day": spoken.day(until)} if until else ""
        yield f"{word} {stood}".strip()


def _beside(answer: Answer, made: Quotations, spoken: Messages) -> dict[int, str]:
    """By citation, what took its publication's place."""
    found = {}
    for citation in made.citations:
        later = answer.replaced_by.get(citation.publication.id)
        if later:
            dated = wording.date_words(later, spoken)
            found[citation.n] = " ".join(
                [spoken.text(message("Replaced by")), ", ".join(part for part in (later.title, dated) if part)]
            )
    return found


def _notes(view: View, spoken: Messages) -> Iterator[str]:
    yield from (words for code, words in view.notes.items() if code == Note.DIGEST)
    if view.checked:
        yield view.checked
    if view.said:
        yield spoken.text(CHOSEN)
    yield searched_words(view.answer.searched, spoken)
    if view.chance:
        yield f"{spoken.text(message('How sure this is:'))} {view.chance}."
