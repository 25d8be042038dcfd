"""Refusal words: why a question got no answer, or only an older one, as a heading, a sentence and a step; does not decide it.

English here, translated where shown (`messages.py`), and filled from the answer's own JSON shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from corpus.publication import Status
from search_api.answering.answer import AnswerStatus, Refusal
from search_api.answering.shapes import AnswerShape, CitationShape
from search_api.messages import Messages, message
from search_api.question.equivalents import in_wales


@dataclass(frozen=True, slots=True)
class Refused:
    """How a refusal is told: what it is, what that means, and what to do."""

    heading: str
    sentence: str
    step: str


_OUTSIDE = Refused(
    message("This is outside what Canllaw covers"),
    message("Canllaw holds public documents about education policy in Wales. Your question seems to be about something else."),
    message(
        "For lessons and resources, try Hwb. For a school’s inspection, try Estyn. For a place at a school or a single "
        "child’s support, ask your local authority."
    ),
)
_NOTHING = Refused(
    message("We did not find an answer"),
    message(
        "Nothing held here answers this in words we can quote. That does not mean there is no answer: we may not hold the "
        "text that has it."
    ),
    message("Ask about one thing at a time, in other words."),
)
_OLDER = Refused(
    message("Nothing that stands today answers this"),
    message(
        "We found only texts that are drafts, or that have since been replaced or withdrawn. We do not give their words as "
        "an answer for today."
    ),
    message("Read what the older texts and drafts say, or ask about a day on which they stood."),
)
REFUSALS: Mapping[str, Refused] = MappingProxyType(
    {
        Refusal.OFF_TOPIC: _OUTSIDE,
        Refusal.OTHER_NATION: Refused(
            message("This is about another nation’s schools"),
            message(
                "The question speaks of “{words}”, which is not of Wales. Canllaw holds texts about education in Wales only."
            ),
            message("Ask the same of Wales, by the name it has there."),
        ),
        Refusal.UNDERSPECIFIED: Refused(
            message("What is your question about?"),
            message("It names no subject, and many texts held here could answer it. An answer now would be a guess."),
            message("Name the subject in your question, or choose which of these texts you mean."),
        ),
        Refusal.NOT_YET: Refused(
            message("This is later than anything held here"),
            message("The question is about a time after the last text searched, which is dated {last}."),
            message("Ask what is planned or promised for that time, or ask again when newer texts are held."),
        ),
        Refusal.NOT_HELD: Refused(
            message("Nothing we found speaks of what you name"),
            message(
                "The question names something that is in none of the texts found. It may be spelt another way there, or the "
                "text that speaks of it may not be held."
            ),
            message("Check the spelling, or use the full name."),
        ),
        Refusal.NEAR_MISS: Refused(
            message("Texts about this are held, but none is sure to answer"),
            message("We found passages on this subject, but none of them is likely enough to say what you asked."),
            message("Read the nearest passages below, or ask in the words that such a text would use."),
        ),
        Refusal.NO_EVIDENCE: _NOTHING,
        Refusal.ONLY_SUPERSEDED: _OLDER,
        Refusal.LANGUAGE: Refused(
            message("No text in that language answers this"),
            message("We found nothing in the language you asked for. A text in the other language may answer."),
            message("Ask it of texts in any language."),
        ),
    }
)
"""By the code of the refusal."""
STATUSES: Mapping[str, Refused] = MappingProxyType(
    {
        AnswerStatus.UNANSWERED_NO_EVIDENCE: _NOTHING,
        AnswerStatus.UNANSWERED_OUT_OF_SCOPE: _OUTSIDE,
        AnswerStatus.UNANSWERED_ONLY_SUPERSEDED: _OLDER,
        AnswerStatus.DECLINED_UNSAFE: Refused(
            message("We cannot help with this here"),
            message(
                "Canllaw only quotes public documents about education policy in Wales, and this does not look like a question "
                "they can answer."
            ),
            message(
                "If someone is in danger now, call 999. If you are worried about a child, speak to the school’s designated "
                "safeguarding person or to your local authority."
            ),
        ),
        AnswerStatus.FAILED_MODEL_UNAVAILABLE: Refused(
            message("The answer could not be made just now"),
            message(
                "A part of this service is not working. The passages below were found all the same, and you can read them "
                "yourself."
            ),
            message("Try again in a little while."),
        ),
    }
)
"""For an answer that ended without a code of refusal."""
_NO_TEXTS = Refused(
    message("No text held here fits the filters"),
    message("Nothing was searched, so nothing is known of the answer."),
    message("Ask it again without filters."),
)
_STOOD = message("An older text answers this, and it no longer stands")
_STOOD_SAYS = (
    message("The only text that answers no longer stands: it was replaced on {day} by “{title}”. It said:"),
    message("The only text that answers no longer stands: it was replaced by “{title}”. It said:"),
    message("The only text that answers no longer stands. It said:"),
)
_LAPSED = frozenset({Status.SUPERSEDED, Status.WITHDRAWN})
_AFTER_ALL = message("The question is about a time after every text that was searched.")
_IN_WALES = message("In Wales its place is taken by: {name}.")


def refused(answer: AnswerShape, messages: Messages) -> Refused | None:
    """How an answer's refusal is told; None where it answers from texts that stand or stood."""
    told = REFUSALS.get(answer.refusal or "") or STATUSES.get(answer.status)
    if told is None:
        return None
    if not answer.searched.publications:
        told = _NO_TEXTS
    elif answer.refusal == Refusal.ONLY_SUPERSEDED and answer.statements:
        told = Refused(_STOOD, "", told.step)
    say = messages.text
    return Refused(say(told.heading), _sentence(answer, told, messages), say(told.step))


def _sentence(answer: AnswerShape, told: Refused, messages: Messages) -> str:
    say = messages.text
    if told.heading == _STOOD:
        return _older(next((one for one in answer.citations if one.status in _LAPSED), None), messages)
    if told is REFUSALS[Refusal.NOT_YET]:
        last = answer.searched.last
        return say(told.sentence).format(last=messages.day(last)) if last else say(_AFTER_ALL)
    if told is REFUSALS[Refusal.OTHER_NATION]:
        words = answer.understood.elsewhere
        name = in_wales(words, answer.language)
        sentence = say(told.sentence).format(words=words)
        return (
            f"{sentence} {say(_IN_WALES).format(name=name)}" if name and not name.startswith(("Wales", "Welsh")) else sentence
        )
    return say(told.sentence)


def _older(citation: CitationShape | None, messages: Messages) -> str:
    """What became of the text that answers."""
    on, by, plain = _STOOD_SAYS
    after = citation.replaced_by if citation else None
    if citation is None or after is None:
        return messages.text(plain)
    if citation.valid_to is None:
        return messages.text(by).format(title=after.title)
    return messages.text(on).format(day=messages.day(citation.valid_to), title=after.title)
