"""Importing: what `canllaw ingest` was given, sorted into registers and texts and brought into the catalogue; one report.

Does not parse anything: `ingest` does.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.catalogue import Catalogue
from ingest.load import Loaded, load_register
from ingest.pipeline import FileOutcome, ingest_paths
from ingest.register import read_register

REGISTER_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import did."""

    registers: tuple[tuple[str, Loaded], ...]
    files: tuple[FileOutcome, ...]

    @property
    def failed(self) -> bool:
        """True where a file could not be brought in."""
        return any(outcome.outcome == "failed" for outcome in self.files)

    def lines(self) -> list[str]:
        """The report for a person."""
        lines = []
        for name, loaded in self.registers:
            lines.append(
                f"{name}: {loaded.added} publications added, {loaded.changed} changed, {loaded.unchanged} unchanged"
                + (f", {loaded.removed} removed" if loaded.removed else "")
            )
            if loaded.strangers:
                lines.append(f"  {len(loaded.strangers)} held publications are not in it: --prune removes them")
        lines += [
            f"{outcome.outcome:9} {outcome.path}" + (f": {outcome.reason}" if outcome.reason else "") + _target(outcome)
            for outcome in self.files
        ]
        if len(self.files) > 1:
            counts = {
                name: sum(one.outcome == name for one in self.files) for name in sorted({one.outcome for one in self.files})
            }
            lines.append(f"{len(self.files)} files: {', '.join(f'{count} {name}' for name, count in counts.items())}")
        return lines

    def as_json(self) -> str:
        """The report for a program."""
        registers = [
            {
                "register": name,
                "added": loaded.added,
                "changed": loaded.changed,
                "unchanged": loaded.unchanged,
                "removed": loaded.removed,
                "strangers": list(loaded.strangers),
            }
            for name, loaded in self.registers
        ]
        files = [
            {
                "path": str(one.path),
                "outcome": str(one.outcome),
                "publication_id": one.publication_id,
                "document_id": one.document_id,
                "reason": one.reason,
            }
            for one in self.files
        ]
        return json.dumps({"registers": registers, "files": files}, indent=2, ensure_ascii=False)


def bring_in(
    catalogue: Catalogue,
    paths: Sequence[Path],
    *,
    register: Path,
    publication_id: str | None,
    prune: bool,
    now: datetime,
) -> Brought:
    """Bring registers and texts into the catalogue; without paths, the register of the settings."""
    registers = [path for path in paths if path.suffix == REGISTER_SUFFIX] if paths else [register]
    loaded = [(path.name, load_register(catalogue, read_register(path), prune=prune)) for path in registers]
    texts = [path for path in paths if path.suffix != REGISTER_SUFFIX]
    report = ingest_paths(catalogue, texts, publication_id=publication_id, now=now) if texts else None
    return Brought(registers=tuple(loaded), files=tuple(report.rows) if report else ())


def _target(outcome: FileOutcome) -> str:
    return f" -> {outcome.publication_id}" if outcome.publication_id else ""
