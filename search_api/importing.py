"""Importing: what `canllaw ingest` was given, sorted into registers and texts and brought into the catalogue; one report.

Does not parse anything: `ingest` does.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.captures import FOLDER, Captures
from corpus.catalogue import Catalogue
from ingest.commitments.keeping import bring_up_commitments
from ingest.confined import Confined
from ingest.duty_reading import bring_up_duties
from ingest.files import ingest_paths
from ingest.intake import Became, Intake, Life
from ingest.load import Loaded, load_register
from ingest.register import read_register

REGISTER_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an import did."""

    registers: tuple[tuple[str, Loaded], ...]
    files: tuple[Life, ...]

    @property
    def failed(self) -> bool:
        """True where a file could not be brought in."""
        return any(one.became is Became.FAILED for one in self.files)

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
        for one in self.files:
            lines.append(f"{one.became:9} {one.name}" + (f": {one.reason}" if one.reason else "") + _target(one))
            lines += [f"          ! {warning}" for warning in one.warnings]
        if len(self.files) > 1:
            counts = {
                name: sum(one.became == name for one in self.files) for name in sorted({one.became for one in self.files})
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
                "path": one.name,
                "outcome": str(one.became),
                "publication_id": one.publication_id,
                "document_id": one.document_id,
                "reason": one.reason,
                "warnings": list(one.warnings),
            }
            for one in self.files
        ]
        return json.dumps({"registers": registers, "files": files}, indent=2, ensure_ascii=False)


def bring_in(
    catalogue: Catalogue,
    paths: Sequence[Path],
    *,
    data_dir: Path,
    register: Path,
    publication_id: str | None,
    prune: bool,
    now: Callable[[], datetime],
) -> Brought:
    """Bring registers and texts into the catalogue; without paths, the register of the settings."""
    registers = [path for path in paths if path.suffix == REGISTER_SUFFIX] if paths else [register]
    loaded = [(path.name, load_register(catalogue, read_register(path), prune=prune)) for path in registers]
    bring_up_duties(catalogue)
    bring_up_commitments(catalogue)
    texts = [path for path in paths if path.suffix != REGISTER_SUFFIX]
    if not texts:
        return Brought(registers=tuple(loaded), files=())
    captures = Captures(data_dir / FOLDER, catalogue)
    with closing(captures), Confined() as confined:
        intake = Intake(catalogue=catalogue, captures=captures, parse=confined.parse, now=now)
        report = ingest_paths(intake, texts, publication_id=publication_id)
    return Brought(registers=tuple(loaded), files=report.rows)


def _target(one: Life) -> str:
    return f" -> {one.publication_id}" if one.publication_id else ""
