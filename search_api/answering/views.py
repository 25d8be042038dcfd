"""Answer views: what the page of an answer shows of it: statements in their parts, notes, and steps to take; writes no HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.passage import Citation, Span
from corpus.provenance import Held
from corpus.publication import Publication, Status
from search_api.address import Address
from search_api.answering import words as answer_words
from search_api.answering.answer import Answer, Note, Refusal, Statement
from search_api.answering.shapes import AnswerShape
from search_api.messages import Messages, message
from search_api.present import answer_shape
from search_api.question.correction import least_chance
from search_api.question.equivalents import asked_of_wales
from search_api.question.mode import Mode
from search_api.reading import Block, BlockKind, read_span
from search_api.refusal_words import Refused, refused
from search_api.understood_words import Phrase, phrases, read_as

_SEARCHED = message("See every passage that comes near")
_UNFILTERED = message("Ask it again without filters")
_ANY_STATUS = message("Ask it of texts that no longer stand as well")


class Step(NamedTuple):
    """Something to do next, and where."""

    words: str
    address: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as a page shows it."""

    statement: Statement
    source: Citation | None
    """Its first citation."""
    exact: bool
    """True where the words are the publisher's to the letter: quotation marks stand around these only."""
    before: str
    """Words it leans on, which come before it in the text."""
    blocks: tuple[Block, ...]
    """The quotation as paragraphs and list items, its short answer marked; empty for words that are no quotation."""
    replaced_by: Publication | None

    @property
    def groups(self) -> tuple[tuple[bool, tuple[Block, ...]], ...]:
        """Blocks that belong together: whether they are a list, and the blocks."""
        made: list[tuple[bool, list[Block]]] = []
        for block in self.blocks:
            is_list = block.kind is BlockKind.ITEM
            if not made or made[-1][0] != is_list:
                made.append((is_list, []))
            made[-1][1].append(block)
        return tuple((is_list, tuple(group)) for is_list, group in made)

    @property
    def stands(self) -> bool:
        """Whether its words stand today, or are on the record."""
        return self.source is None or self.source.publication.standing.status is Status.IN_FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The page of an answer."""

    answer: Answer
    shape: AnswerShape
    said: tuple[Said, ...]
    refused: Refused | None
    notes: Mapping[str, str]
    chance: str
    checked: str
    steps: tuple[Step, ...]
    read_as: str
    phrases: tuple[Phrase, ...]

    @property
    def above(self) -> tuple[tuple[str, str], ...]:
        """Notes to read before the words; that some are ours stands under them."""
        return tuple((code, words) for code, words in self.notes.items() if code != Note.DIGEST)

    @property
    def lead(self) -> str:
        """The short answer, where nothing is in doubt."""
        return answer_words.lead(self.shape)


def view(answer: Answer, here: Address, messages: Messages) -> View:
    """All that the page of an answer shows."""
    shape = answer_shape(answer)
    return View(
        answer=answer,
        shape=shape,
        said=tuple(said(one, answer) for one in answer.statements),
        refused=refused(shape, messages),
        notes=answer_words.notes(shape, messages),
        chance=answer_words.chance(shape, messages),
        checked=answer_words.checked(shape, messages),
        steps=steps(answer, here, messages),
        read_as=read_as(answer.question, messages),
        phrases=phrases(answer.question, messages),
    )


def said(statement: Statement, answer: Answer) -> Said:
    """A statement with its first source, in the blocks it has there."""
    source = next((one for one in answer.citations if one.n in statement.citations[:1]), None)
    if source is None:
        return Said(statement=statement, source=None, exact=False, before="", blocks=(), replaced_by=None)
    text, context = source.document.text, statement.context
    # To mark a few words as the answer would say more than is known where it is not likely to be one.
    marks = [] if Note.CLOSEST in answer.notes else _marks(statement, source.span)
    quoted = not statement.written and source.quote.split() == statement.text.split()
    return Said(
        statement=statement,
        source=source,
        exact=quoted and source.document.held is Held.FULL,
        before=text[context.start : context.end] if context else "",
        blocks=read_span(text, source.span, marks) if quoted else (),
        replaced_by=answer.replaced_by.get(source.publication.id),
    )


def steps(answer: Answer, here: Address, messages: Messages) -> tuple[Step, ...]:
    """What to do next about a refusal, each a link; none for an answer."""
    question, refusal = answer.question, answer.refusal
    filtered = bool(here.filters)
    wider = (
        [(_ANY_STATUS, here.having("any_status", "true"))] if not here.first("any_status") and not here.first("as_of") else []
    )
    if refusal is Refusal.OTHER_NATION:
        changed = asked_of_wales(question.text, question.understood.elsewhere, question.language)
        found = [(message("Ask the same of Wales"), _asking(here, changed))] if changed else []
    elif refusal is Refusal.UNDERSPECIFIED:
        return tuple(_which(answer, here))
    elif refusal is Refusal.LANGUAGE:
        found = [(message("Ask it of texts in any language"), here.without("language"))]
    elif refusal is Refusal.ONLY_SUPERSEDED:
        found = [(message("Read what the older texts and drafts say"), here.at("/search").having("any_status", "true"))]
    elif refusal is Refusal.OFF_TOPIC or not refusal:
        found = []
    else:
        found = [(_SEARCHED, here.at("/search")), *_explored(answer, here), *wider]
    if filtered and refusal:
        found.append((_UNFILTERED, here.unfiltered))
    return tuple(Step(messages.text(words), address) for words, address in found)


def _marks(statement: Statement, within: Span) -> Sequence[Span]:
    short = statement.short
    return [short.span] if short and within.start <= short.span.start < short.span.end <= within.end else []


def _asking(here: Address, question: str) -> Address:
    return Address(
        here.path, (("q", question), *((name, value) for name, value in here.parameters if name not in ("q", "after")))
    )


def _which(answer: Answer, here: Address) -> list[Step]:
    """The question again, of each text nearest to it."""
    titles = dict.fromkeys(shown.publication.title for shown in answer.nearest)
    return [Step(title, _asking(here, f"{answer.question.text} ({title})")) for title in titles]


def _explored(answer: Answer, here: Address) -> list[tuple[str, Address]]:
    """The same with less sureness, where that would show something."""
    least, now = least_chance(Mode.EXPLORE), least_chance(answer.question.mode)
    if least is None or now is None or answer.probability is None or not least <= answer.probability < now:
        return []
    return [(message("Show the closest words found, though they may not answer"), here.having("mode", Mode.EXPLORE))]
