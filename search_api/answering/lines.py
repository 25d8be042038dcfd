"""Answer lines: an answer on the terminal, for people to read; programs ask for `--json` instead. Does not print.

Bold and dim are for a terminal only: without them every line says the same.
"""

import textwrap
from collections.abc import Iterator
from gettext import NullTranslations

from corpus.passage import Span
from corpus.publication import PublicationType
from index.query import Filters
from search_api.answering import words as answer_words
from search_api.answering.answer import Note, Refusal
from search_api.answering.shapes import AnswerShape, CitationShape, StatementShape, UnderstoodShape
from search_api.messages import ENGLISH, Messages
from search_api.question.correction import offered_modes
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.question import Question
from search_api.question.scope import Scope
from search_api.question.understood import Understood
from search_api.reading import BlockKind, read_span
from search_api.refusal_words import refused
from search_api.terminal import HELD, WIDTH, day, hit_lines, wrapped
from search_api.understood_words import read_as

SPOKEN = Messages(ENGLISH, NullTranslations())
"""The terminal speaks English."""
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
OPTIONS = {
    Refusal.NEAR_MISS: "--any-status asks texts that no longer stand as well.",
    Refusal.NO_EVIDENCE: "--any-status asks texts that no longer stand as well.",
    Refusal.NOT_HELD: "--any-status asks texts that no longer stand as well.",
    Refusal.ONLY_SUPERSEDED: "--as-of 2023-09-01 asks what stood on a day; --any-status asks texts of every status.",
    Refusal.LANGUAGE: "leave out --language.",
}
"""What to add to the command, by refusal."""
FORCES = {"unknown": "force not stated"}


def answer_lines(answer: AnswerShape, *, styled: bool = False) -> list[str]:
    """An answer: how the question was read, what to know, the words, their sources, and what was searched."""
    lines = [*wrapped(f"Q. {answer.question}"), *_reading(answer, styled=styled), ""]
    # Each citation says of itself whether its words are ours.
    notes = [words for code, words in answer_words.notes(answer, SPOKEN).items() if code != Note.DIGEST]
    lines += [line for words in notes for line in wrapped(f"Note: {words}")]
    if notes:
        lines.append("")
    told = refused(answer, SPOKEN)
    if told:
        lines += [_bold(line, styled=styled) for line in wrapped(told.heading)]
        lines += wrapped(told.sentence)
        if not answer.statements:
            lines += [*wrapped(told.step), *_options(answer)]
        lines.append("")
    if answer_words.lead(answer):
        lines.append(_bold(answer_words.lead(answer), styled=styled))
    lines += [line for statement in answer.statements for line in _statement(answer, statement, styled=styled)]
    if answer.statements:
        lines += ["", *(line for citation in answer.citations for line in _citation(citation))]
    elif answer.nearest:
        lines += ["Related, may not answer:", *(line for hit in answer.nearest for line in hit_lines(hit))]
    checked = answer_words.checked(answer, SPOKEN)
    return [*lines, *([""] if answer.statements else []), *wrapped(checked), *wrapped(searched_line(answer))]


def searched_line(answer: AnswerShape) -> str:
    """What was looked through."""
    searched = answer.searched
    period = f", dated {day(searched.first)} to {day(searched.last)}" if searched.first and searched.last else ""
    stood = f" that stood on {day(answer.as_of)}" if answer.as_of else ""
    return f"Searched {searched.publications} publications{stood}{period}."


def asked_again(answer: AnswerShape) -> Question:
    """The question of an answer, as it was read, out of the answer's shape."""
    read = answer.understood
    return Question(
        text=read.rewritten or answer.question,
        asked_text=answer.question,
        language=answer.language,
        understood=_understood(read),
        filters=Filters(),
        given=Filters(),
        limit=1,
        page=1,
    )


def _understood(read: UnderstoodShape) -> Understood:
    return Understood(
        kind=Kind(read.kind),
        kind_words=read.kind_words,
        scope=Scope(read.scope),
        scope_words=read.scope_words,
        as_of=read.as_of,
        actor=read.actor,
        actor_words=read.actor_words,
        types=tuple(PublicationType(one) for one in read.types),
        elsewhere=read.elsewhere,
        corrected=tuple(read.corrected),
    )


def _reading(answer: AnswerShape, *, styled: bool) -> Iterator[str]:
    for line in wrapped(read_as(asked_again(answer), SPOKEN)):
        yield _dim(line, styled=styled)
    if answer.understood.rewritten:
        for line in wrapped(f"Read with the question before it: {answer.understood.rewritten}"):
            yield _dim(line, styled=styled)
    if answer.understood.parts:
        for line in wrapped(f"It asks more than one thing. Ask each by itself: {' '.join(answer.understood.parts)}"):
            yield _dim(line, styled=styled)


def _options(answer: AnswerShape) -> list[str]:
    told = OPTIONS.get(Refusal(answer.refusal)) if answer.refusal else None
    if told and answer.refusal in (Refusal.NEAR_MISS, Refusal.NO_EVIDENCE) and Mode.EXPLORE in offered_modes():
        told = f"{told} --mode explore takes less likely words."
    return wrapped(f"To widen it: {told}") if told else []


def _statement(answer: AnswerShape, statement: StatementShape, *, styled: bool) -> Iterator[str]:
    """The words it leans on, its own words, and what of them is left out."""
    numbers = "".join(f"[{n}]" for n in statement.citations)
    sources = [one for one in answer.citations if one.n in statement.citations]
    # Marks of quotation stand around a publisher's words only: a digest's are ours, and so are a model's.
    exact = not statement.written and all(one.held == "full" for one in sources)
    if statement.context:
        for line in wrapped(f"… {statement.context.quote}"):
            yield _dim(line, styled=styled)
    level = f"{answer_words.LEVELS[statement.level]}: " if statement.level else ""
    bold = styled and Note.CLOSEST not in answer.notes
    yield from _marked(_quoted(statement, sources, numbers=numbers, level=level, exact=exact), statement, styled=bold)
    if statement.more:
        yield f"… and {statement.more} more item{'s' if statement.more > 1 else ''} in the source"
    if sources and sources[0].status != "in_force" and answer.refusal != Refusal.ONLY_SUPERSEDED:
        since = f" since {day(sources[0].valid_to)}" if sources[0].valid_to else ""
        yield f"({sources[0].status.replace('_', ' ').capitalize()}{since}.)"


def _quoted(statement: StatementShape, sources: list[CitationShape], *, numbers: str, level: str, exact: bool) -> list[str]:
    """The words of a statement, a list's items each on a line of its own."""
    opening, closing = ("“", "”") if exact else ("", "")
    quote = sources[0].quote if sources and sources[0].quote.split() == statement.text.split() else ""
    blocks = read_span(quote, Span(0, len(quote)))
    if not any(block.kind is BlockKind.ITEM for block in blocks):
        return wrapped(f"{level}{opening}{statement.text}{closing} {numbers}")
    lines = [f"{'• ' if block.kind is BlockKind.ITEM else ''}{' '.join(block.text.split())}" for block in blocks]
    lines[0], lines[-1] = f"{level}{opening}{lines[0]}", f"{lines[-1]}{closing} {numbers}"
    return [found for line in lines for found in textwrap.wrap(line, WIDTH, subsequent_indent="  " * line.startswith("• "))]


def _marked(lines: list[str], statement: StatementShape, *, styled: bool) -> list[str]:
    """Lines with the short answer bold, where it stands on one line."""
    words = " ".join(statement.short.words.split()) if statement.short else ""
    if not styled or not words:
        return lines
    at = next((number for number, line in enumerate(lines) if words in line), None)
    return [line.replace(words, f"{BOLD}{words}{PLAIN}", 1) if number == at else line for number, line in enumerate(lines)]


def _citation(citation: CitationShape) -> Iterator[str]:
    stands = answer_words.stands(citation, SPOKEN)
    dated = day(citation.published) if citation.published or not stands else ""
    facts = [dated, citation.status, FORCES.get(citation.force, citation.force), HELD[citation.held], stands]
    if citation.page:
        facts.append(f"page {citation.page}")
    yield from textwrap.wrap(f"[{citation.n}] {citation.title}", WIDTH, subsequent_indent="    ")
    yield from wrapped(" · ".join(fact.replace("_", " ") for fact in facts if fact), indent="    ")
    if citation.replaced_by:
        yield from wrapped(f"replaced by: {citation.replaced_by.title} ({citation.replaced_by.publication_id})", indent="    ")
    yield f"    {citation.url or citation.publication_id}"


def _bold(line: str, *, styled: bool) -> str:
    return f"{BOLD}{line}{PLAIN}" if styled else line


def _dim(line: str, *, styled: bool) -> str:
    return f"{DIM}{line}{PLAIN}" if styled else line
