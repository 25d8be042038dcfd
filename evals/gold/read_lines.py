"""Read lines: a JSON Lines file as cases of one shape, every fault told with its line; does not know what the cases are for."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from corpus.errors import GoldError

Case = TypeVar("Case")


def read_lines(
    path: Path,
    shape: type[Case],
    *,
    faults_of: Callable[[Case], Iterable[str]] = lambda _: (),
    faults_among: Callable[[Sequence[Case]], Iterable[str]] = lambda _: (),
) -> tuple[Case, ...]:
    """Every case of a file, in its order; raises GoldError naming every fault.

    `faults_of` tells what is wrong with one case whose shape is right, `faults_among` what is wrong with them together.
    """
    adapter = TypeAdapter(shape)
    found: list[Case] = []
    faults: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            case = adapter.validate_json(line)
        except ValidationError as error:
            faults.extend(f"{path.name}:{number}: {'.'.join(map(str, at['loc']))}: {at['msg']}" for at in error.errors())
            continue
        faults.extend(f"{path.name}:{number}: {fault}" for fault in faults_of(case))
        found.append(case)
    faults.extend(f"{path.name}: {fault}" for fault in faults_among(found))
    if faults:
        raise GoldError(f"{len(faults)} fault(s) in {path}:\n" + "\n".join(faults))
    return tuple(found)
