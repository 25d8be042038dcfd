"""Arguments: what each tool takes, and a sentence for what it cannot take; does not look anything up.

The names are those of the HTTP API. Values of filters are checked where the API checks them
(`search_api/question/question.py`), whose sentences suggest the value meant; the lists given here are for the model that reads
them.
"""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from corpus.duty import Level
from corpus.errors import InvalidQuery
from corpus.provenance import Held
from corpus.publication import Force, PublicationType, Status
from search_api.commitments.asked import STATUSES
from search_api.question.correction import offered_modes
from search_api.question.question import LANGUAGES, MOST_HITS, Asked

MOST_FOUND = 20
"""Passages on a page: of the longest, what a model reads in some 6,000 tokens."""
MOST_LISTED = 25
"""Duties or publications on a page."""
MOST_PROMISES = 10
"""Promises on a page: each comes with its sources and what later texts say."""
FEWEST_CHARACTERS, MOST_CHARACTERS = 200, 20_000
"""Of a document on a page; about 5,000 tokens at the most."""
LONGEST_NAME = 200
"""Characters in an id, or in one value of a filter."""
MOST_VALUES = 20
"""Values of one filter."""
MOST_FAULTS = 3
"""Faults named at once."""
FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "{tool} needs '{name}': {description}",
        "extra_forbidden": "{tool} takes no '{name}': it takes {names}.",
        "greater_than_equal": "{name}={value} is out of range: the least is {ge:,}.",
        "less_than_equal": "{name}={value} is out of range: the most is {le:,}.",
        "string_too_long": "A value of {name} is longer than {max_length} characters: give a shorter one.",
        "too_long": "{name} has more than {max_length} values: give fewer.",
    }
)
"""Sentences by the code of a fault, as pydantic gives it."""


def _listed(value: Any) -> Any:
    """A list, where a model gave one value, or a list written as JSON."""
    if isinstance(value, str):
        try:
            read = json.loads(value) if value.lstrip().startswith("[") else None
        except (ValueError, RecursionError):
            read = None
        return read if isinstance(read, list) else [value]
    return value


def _one_of(choices: Iterable[str]) -> dict[str, Any]:
    return {"enum": [str(choice) for choice in choices]}


def _offered(schema: dict[str, Any]) -> None:
    """Modes that have been calibrated: of the others, none is promised."""
    schema.update(_one_of(offered_modes()))


def _items(choices: Iterable[str]) -> dict[str, Any]:
    return {"items": {"type": "string", **_one_of(choices)}}


Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Names = Annotated[list[Name], Field(max_length=MOST_VALUES), BeforeValidator(_listed)]


class Arguments(BaseModel):
    """What a tool takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Filtered(Arguments):
    """The filters, one name everywhere."""

    type: Names = Field([], description="Only these types of publication.", json_schema_extra=_items(PublicationType))
    publisher: Names = Field([], description="Only these publishers, as `list_sources` names them.", examples=[["Estyn"]])
    topic: Names = Field([], description="Only these topics, as `list_sources` names them.", examples=[["attendance"]])
    language: Name = Field("", description="Only texts in this language.", json_schema_extra=_one_of(LANGUAGES))
    status: Names = Field([], description="Only texts of this status.", json_schema_extra=_items(Status))
    force: Names = Field([], description="Only texts of this force.", json_schema_extra=_items(Force))
    published_from: Name = Field("", alias="from", description="Published on or after: 2024-05-01, 2024-05 or 2024.")
    published_to: Name = Field("", alias="to", description="Published on or before.")
    as_of: Name = Field("", description="Only what stood on this day; for the position at a time in the past.")
    any_status: bool = Field(False, description="Superseded, draft and withdrawn texts too; without it, what stands today.")
    held: Name = Field(
        "", description="Only `full` texts, or only `digest`s: facts in our words.", json_schema_extra=_one_of(Held)
    )

    def asked(self, *, q: str = "", **more: Any) -> Asked:
        """The raw parameters as every face gives them."""
        return Asked(
            q=q,
            type=self.type,
            publisher=self.publisher,
            topic=self.topic,
            language=self.language or None,
            status=self.status,
            force=self.force,
            published_from=self.published_from or None,
            published_to=self.published_to or None,
            as_of=self.as_of or None,
            any_status=self.any_status,
            held=self.held or None,
            **more,
        )


Found = Annotated[int, Field(ge=1, le=MOST_FOUND, description="Passages on a page.")]
Listed = Annotated[int, Field(ge=1, le=MOST_LISTED, description="How many on a page.")]
PageNumber = Annotated[int, Field(ge=1, le=MOST_HITS, description="Which page; the result's `next_page` says the next.")]


class SearchArguments(Filtered):
    """Words to look for."""

    q: str = Field(description="What to look for: a few words or a question, in English or Welsh.")
    limit: Found = 8
    page: PageNumber = 1


class AskArguments(Filtered):
    """A question."""

    q: str = Field(description="One question, in English or Welsh, in whole words.")
    actor: Name = Field("", description="Whose duty is meant, as in `governing-body`.")
    mode: Name = Field("", description="How sure an answer must be; `normal` if left out.", json_schema_extra=_offered)
    after: str = Field("", description="The question before, where this one leans on it (`and in Welsh schools?`).")


class DocumentArguments(Arguments):
    """Which text, and which part of it."""

    document_id: Name = Field(
        description="Id of a document, as hits, citations and duties give it; or of a publication, for the text held now."
    )
    offset: int = Field(0, ge=0, description="Where to begin, in characters: 0, or the `next_offset` of the page before.")
    characters: int = Field(
        8_000, ge=FEWEST_CHARACTERS, le=MOST_CHARACTERS, description="The most to give; a page ends where a paragraph does."
    )


class PassageArguments(Arguments):
    """Which passage."""

    passage_id: Name = Field(description="Id of a passage, as hits and citations give it: a document's, then `:start-end`.")


class DutiesArguments(Filtered):
    """Whose duties, and about what."""

    q: str = Field("", description="Words the duties are about; none lists all under the filters.")
    actor: Names = Field([], description="Who owes it, as in `governing-body`, `local-authority`, `headteacher`.")
    level: Names = Field([], description="How strongly the text asks.", json_schema_extra=_items(Level))
    publication: Name = Field("", description="Only of this publication, by its id.")
    law: Name = Field("", description="Only under a law whose name holds these words, as in `education act`.")
    limit: Listed = 10
    page: PageNumber = 1


class CommitmentsArguments(Arguments):
    """What was promised, by whom and by when."""

    q: str = Field("", description="Words of the promise; none lists all under the filters.")
    topic: Names = Field([], description="Only on these themes or topics, as in `attendance`.")
    speaker: Names = Field([], description="Who promised it, by the name the text gives.")
    office: Names = Field([], description="The office it was promised in, as the text gives it.")
    published_from: Name = Field("", alias="from", description="Promised on or after: 2024-05-01, 2024-05 or 2024.")
    published_to: Name = Field("", alias="to", description="Promised on or before.")
    due_before: Name = Field("", description="Only what was promised for a day before this one.")
    status: Names = Field([], description="What came of it, as later texts suggest.", json_schema_extra=_items(STATUSES))
    publisher: Names = Field([], description="Only these publishers.")
    publication: Name = Field("", description="Only of this publication, by its id.")
    language: Name = Field(
        "", description="Only promises with a source in this language.", json_schema_extra=_one_of(LANGUAGES)
    )
    held: Name = Field("", description="Only from `full` texts, or only from `digest`s.", json_schema_extra=_one_of(Held))
    as_of: Name = Field("", description="As it was known on this day: nothing said later counts.")
    limit: int = Field(5, ge=1, le=MOST_PROMISES, description="Promises on a page.")
    page: PageNumber = 1


class SourcesArguments(Filtered):
    """Which publications to list; all of them without filters."""

    limit: Listed = 10
    page: PageNumber = 1


Kind = TypeVar("Kind", bound=Arguments)


def read_arguments(kind: type[Kind], given: Mapping[str, Any] | None, *, tool: str) -> Kind:
    """A tool's arguments; raises InvalidQuery with a sentence on each fault. A null stands for an argument left out."""
    try:
        return kind.model_validate({name: value for name, value in (given or {}).items() if value is not None})
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=True)
        told = [_sentence(kind, fault, tool) for fault in faults[:MOST_FAULTS]]
        raise InvalidQuery(" ".join(told), field=str(faults[0]["loc"][0])[:LONGEST_NAME]) from error


def names_of(kind: type[Arguments]) -> list[str]:
    """The names of a tool's arguments: its own, then the filters."""
    fields = sorted(kind.model_fields.items(), key=lambda pair: pair[0] in Filtered.model_fields)
    return [field.alias or name for name, field in fields]


def _sentence(kind: type[Arguments], fault: Mapping[str, Any], tool: str) -> str:
    described = {field.alias or key: field.description for key, field in kind.model_fields.items()}
    name, value = str(fault["loc"][0])[:60], str(fault.get("input"))[:60]
    told = FAULTS.get(fault["type"], "{name}={value!r} cannot be used: {reason}.")
    facts = {"names": ", ".join(names_of(kind)), "description": described.get(name), "reason": str(fault["msg"]).lower()}
    return told.format(tool=tool, name=name, value=value, **facts, **fault.get("ctx", {}))
