"""Contract: a model's reply read as the JSON it was asked for, whole or as it comes; does not judge what it says.

Code fences around it are forgiven, for models cannot leave them; everything else that is not the object asked for is not.
"""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import from_json

from search_api.modelled.failure import Failure, FailureReason
from search_api.modelled.prompt import MOST_SENTENCES

LONGEST_SENTENCE = 700
"""Characters; the longest sentence of the register has under 300."""
LONGEST_QUOTE = 2_000

_FENCE = re.compile(r"\s*```(?:json)?[ \t]*\n?(.*?)\n?\s*```\s*", re.DOTALL | re.IGNORECASE)
_OPEN_FENCE = re.compile(r"\s*```(?:json)?[ \t]*\n?", re.IGNORECASE)


class Item(BaseModel):
    """A sentence, the passages it rests on, and the words that prove it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    s: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_SENTENCE)]
    cites: Annotated[list[str], Field(min_length=1, max_length=8)]
    quote: Annotated[str, StringConstraints(max_length=LONGEST_QUOTE)]


class Reply(BaseModel):
    """The whole object."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    insufficient: bool
    answer: Annotated[list[Item], Field(max_length=2 * MOST_SENTENCES)]


def read_reply(text: str, *, mark: str) -> Reply | Failure:
    """The object of a reply, with the marks out of its words; a Failure where it is not that object."""
    fenced = _FENCE.fullmatch(text)
    try:
        reply = Reply.model_validate_json((fenced[1] if fenced else text).strip())
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the reply"
        return Failure(reason=FailureReason.NOT_JSON, detail=f"The model's reply breaks its form at {where} ({first['type']}).")
    return Reply(insufficient=reply.insufficient, answer=[_unmarked(item, mark) for item in reply.answer])


def closed_items(text: str, *, mark: str) -> list[Item]:
    """The items that a reply still being written has finished: all of its answer but the last, and no broken one.

    The last may yet grow, so it is left to `read_reply`.
    """
    text = _OPEN_FENCE.sub("", text, count=1) if text.lstrip().startswith("`") else text
    try:
        told = from_json(text, allow_partial=True)
    except ValueError:
        return []
    answer = told.get("answer") if isinstance(told, dict) else None
    items = []
    for one in answer[:-1] if isinstance(answer, list) else []:
        try:
            items.append(_unmarked(Item.model_validate(one), mark))
        except ValidationError:
            return items
    return items


def _unmarked(item: Item, mark: str) -> Item:
    """An item as people write: spaces where the marks stood."""
    return Item(s=_spaced(item.s, mark), cites=item.cites, quote=_spaced(item.quote, mark))


def _spaced(text: str, mark: str) -> str:
    return " ".join(text.replace(mark, " ").split())
