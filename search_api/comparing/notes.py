"""Notes: what a reader should know of a comparison before its rows, in a sentence each and in any language of the pages.

Does not compare anything.
"""

from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from types import MappingProxyType

from search_api.comparing.align import Label
from search_api.comparing.compare import Comparison, Outcome
from search_api.comparing.likeness import WordsOnly
from search_api.comparing.sides import Side
from search_api.messages import ENGLISH, Messages, message

SAME_NAMED = message("Both names mean the same text: there is nothing to compare.")
SAME_WORDS = message("Both texts have the same words, letter for letter.")
NO_WORDS = message("Only line breaks, quotation marks or the numbers of paragraphs differ: the words are the same.")
DIGEST = message(
    "“%(title)s” is held as a digest, facts in our words. A digest is facts, not words, so nothing can be said of what "
    "was added to the text or taken out of it."
)
DIGESTS = message(
    "Both are held as digests, facts in our words. A digest is facts, not words, so nothing can be said of what was added to "
    "the texts or taken out of them."
)
TWO_LANGUAGES = message(
    "The first text is in %(first)s and the second in %(second)s. Words of two languages cannot be set beside each other: "
    "compare two texts in one language."
)
LATER_FIRST = message(
    "The text named first is the later one. What is marked as added stands in the earlier text only, and what is marked as "
    "removed in the later one."
)
LEFT_OUT = message("“%(title)s” is very long: its last %(count)s paragraphs were left out, and are not compared.")
WORDS_ONLY: Mapping[WordsOnly, str] = MappingProxyType(
    {
        WordsOnly.LANGUAGE: message(
            "Changed paragraphs were matched by their words alone: the model that compares meanings does not know %(language)s."
        ),
        WordsOnly.MANY: message(
            "Changed paragraphs were matched by their words alone: there are too many of them to compare their meanings."
        ),
        WordsOnly.NO_MODEL: message("Changed paragraphs were matched by their words alone: no model compares meanings here."),
    }
)
"""Why a paragraph that was wholly rewritten may stand as removed and added."""


def english() -> Messages:
    """The notes as the API and the terminal give them."""
    return Messages(ENGLISH, NullTranslations())


def notes(comparison: Comparison, spoken: Messages) -> list[str]:
    """What to know first, in the language of a reader."""
    return list(_notes(comparison, spoken))


def _notes(comparison: Comparison, spoken: Messages) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    if comparison.outcome is Outcome.SAME_TEXT:
        yield spoken.text(SAME_NAMED if first.document.id == second.document.id else SAME_WORDS)
        return
    if comparison.outcome is Outcome.TWO_LANGUAGES:
        names = {"first": _language(first, spoken), "second": _language(second, spoken)}
        yield spoken.text(TWO_LANGUAGES) % names
        return
    if comparison.outcome is Outcome.NOT_IN_FULL:
        digests = [side for side in (first, second) if not side.is_full]
        both = len(digests) == 2
        yield spoken.text(DIGESTS) if both else spoken.text(DIGEST) % {"title": digests[0].publication.title}
        return
    if len(comparison.rows) == comparison.count(Label.SAME):
        yield spoken.text(NO_WORDS)
    if comparison.order.first_is_later:
        yield spoken.text(LATER_FIRST)
    for side, left_out in zip((first, second), comparison.left_out, strict=True):
        if left_out:
            yield spoken.text(LEFT_OUT) % {"title": side.publication.title, "count": spoken.number(left_out)}
    if comparison.without_meaning:
        yield spoken.text(WORDS_ONLY[comparison.without_meaning]) % {"language": _language(first, spoken)}


def _language(side: Side, spoken: Messages) -> str:
    return spoken.language_called(side.document.language)
