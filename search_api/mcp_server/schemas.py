"""Schemas: what tools take and give, as JSON Schema for the programs and models that read it; does not check anything."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from search_api.mcp_server.arguments import Arguments, names_of


class _Plain(GenerateJsonSchema):
    """Without the titles that say a name twice."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        """Never."""
        return False


def schema_given(kind: type[Arguments]) -> dict[str, Any]:
    """What a tool takes, its own arguments before the filters that it shares."""
    made = _schema(kind, "validation")
    fields: dict[str, dict[str, Any]] = made["properties"]
    for field in fields.values():
        if field.get("default") in ("", []):  # nothing, which is no value to give
            del field["default"]
    return made | {"properties": {name: fields[name] for name in names_of(kind)}}


def schema_of(kind: type[BaseModel]) -> dict[str, Any]:
    """What a tool gives."""
    return _schema(kind, "serialization")


def _schema(kind: type[BaseModel], mode: Any) -> dict[str, Any]:
    made: dict[str, Any] = kind.model_json_schema(by_alias=True, mode=mode, schema_generator=_Plain)
    for part in (made, *made.get("$defs", {}).values()):
        part.pop("title", None)
    return made
