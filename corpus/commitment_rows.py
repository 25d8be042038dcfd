"""Commitments as rows of the catalogue and back; does not read or write the database."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from corpus.commitment import Amount, Basis, Commitment, Deliverable, Due, Form, Grain, Kind, Operator, Strength
from corpus.passage import Span


def commitment_id(document_id: str, span: Span, n: int) -> str:
    """The id of the n-th commitment of a span: `ws-kites-2026.en.1f0c9a3b:120-388:1`."""
    return f"{document_id}:{span.start}-{span.end}:{n}"


def commitment_rows(document_id: str, commitments: Iterable[Commitment]) -> list[dict[str, Any]]:
    """Commitments of a document as rows, in order, each with its id; the n counts those of one span, from 1."""
    met: Counter[Span] = Counter()
    rows = []
    for position, one in enumerate(commitments):
        met[one.span] += 1
        named = {"document_id": document_id, "position": position, "same_as": ""}
        rows.append(named | {"id": commitment_id(document_id, one.span, met[one.span])} | _row(one))
    return rows


def _row(one: Commitment) -> dict[str, Any]:
    due = one.due
    return {
        "start": one.span.start,
        "end": one.span.end,
        "sentence_start": one.sentence.start,
        "sentence_end": one.sentence.end,
        "kind": one.kind.value,
        "rule": one.rule,
        "form": one.form and one.form.value,
        "strength": one.strength and one.strength.value,
        "basis": one.basis and one.basis.value,
        "deliverable_type": one.deliverable_type and one.deliverable_type.value,
        "specificity": one.specificity,
        "speaker": one.speaker,
        "office": one.office,
        "organisation": one.organisation,
        "action": one.action,
        "deliverable": one.deliverable,
        "condition": one.condition,
        "twin": one.twin,
        "beneficiaries": list(one.beneficiaries),
        "themes": list(one.themes),
        "dues": [_due_row(each) for each in one.dues],
        "amount": _amount_row(one.amount) if one.amount else None,
        "due_first": _iso(due.first) if due else None,
        "due_last": _iso(due.last) if due else None,
        "negative": one.negative,
        "header_start": one.header.start if one.header else None,
        "header_end": one.header.end if one.header else None,
        "made_on": _iso(one.made_on),
        "language": one.language,
    }


def read_commitment(row: Mapping[str, Any] | RowMapping) -> Commitment:
    """A row as a Commitment."""
    return Commitment(
        span=Span(row["start"], row["end"]),
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        kind=Kind(row["kind"]),
        rule=row["rule"],
        form=Form(row["form"]) if row["form"] else None,
        strength=Strength(row["strength"]) if row["strength"] else None,
        basis=Basis(row["basis"]) if row["basis"] else None,
        deliverable_type=Deliverable(row["deliverable_type"]) if row["deliverable_type"] else None,
        specificity=row["specificity"],
        speaker=row["speaker"],
        office=row["office"],
        organisation=row["organisation"],
        action=row["action"],
        deliverable=row["deliverable"],
        condition=row["condition"],
        twin=row["twin"],
        beneficiaries=tuple(row["beneficiaries"]),
        themes=tuple(row["themes"]),
        dues=tuple(_read_due(each) for each in row["dues"]),
        amount=_read_amount(row["amount"]) if row["amount"] else None,
        negative=row["negative"],
        header=None if row["header_start"] is None else Span(row["header_start"], row["header_end"]),
        made_on=_date(row["made_on"]),
        language=row["language"],
    )


def _due_row(due: Due) -> dict[str, Any]:
    days = {name: _iso(getattr(due, name)) for name in ("first", "last", "review_after")}
    return asdict(due) | days | {"operator": due.operator.value, "grain": due.grain.value}


def _read_due(row: Mapping[str, Any]) -> Due:
    days = {name: _date(row[name]) for name in ("first", "last", "review_after")}
    return Due(**dict(row) | days | {"operator": Operator(row["operator"]), "grain": Grain(row["grain"])})


def _amount_row(amount: Amount) -> dict[str, Any]:
    return asdict(amount) | {"span": list(amount.span)}


def _read_amount(row: Mapping[str, Any]) -> Amount:
    return Amount(**dict(row) | {"span": Span(*row["span"])})


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
