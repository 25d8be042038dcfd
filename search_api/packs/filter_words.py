"""Filter words: the filters a pack was made under, one fact each, in the words the pages use; does not read or check them."""

from collections.abc import Mapping

from search_api import wording
from search_api.address import FILTERS, Address
from search_api.duties.views import LEVELS, NAMES, OWN
from search_api.messages import Messages, message
from search_api.packs.contents import Fact
from search_api.question.question import LANGUAGES
from search_api.understood_words import body_called

_TABLES: Mapping[str, Mapping[str, str]] = {
    "type": {kind.value: words for kind, words in wording.TYPES.items()},
    "status": {status.value: words for status, words in wording.STATUS_FILTERS.items()},
    "force": {force.value: words for force, words in wording.FORCES.items()},
    "held": {held.value: words for held, words in wording.HELD.items()},
    "level": {level.value: words for level, words in LEVELS.items()},
}


def filter_facts(settled: Address, spoken: Messages) -> tuple[Fact, ...]:
    """The filters of an address whose values are spelled as the catalogue spells them."""
    return tuple(
        Fact(name=spoken.text(NAMES[name]), value=_words(name, value, spoken))
        for name, value in settled.parameters
        if name in FILTERS or name in OWN
    )


def _words(name: str, value: str, spoken: Messages) -> str:
    if name == "any_status":
        return spoken.text(message("Yes"))
    if name == "actor":
        return body_called(value, spoken)
    if name == "language" and value in LANGUAGES:
        return spoken.language_called(value)
    return spoken.text(_TABLES.get(name, {}).get(value, value))
