"""The page numbers of a PDF as printed on its pages, or else as the file says; does not find the lines they stand in.

Numbers in square brackets are those of pages before the first numbered one, as libraries write what is not printed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

MOST_OF = 0.6  # of the pages bear a number that fits the others: cover, pictures and section pages bear none
_PRINTED = re.compile(r"(?:page |tudalen )?(?P<number>\d{1,4}|[ivxl]{1,7})(?: (?:of|o) \d{1,4})?", re.IGNORECASE)
_ROMAN = (("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


def printed_number(line: str) -> str | None:
    """The number that is all a line says: `"Page 5 of 12"` -> `"5"`; None for any other line."""
    found = _PRINTED.fullmatch(line.strip())
    return found["number"].lower() if found else None


def page_labels(said: Sequence[str], printed: Mapping[int, str]) -> list[str]:
    """A label for each page: what most pages print where they agree, else what the file says.

    `said` has one label a page; `printed` gives the number found on a page by its index.
    """
    plain = [str(number) for number in range(1, len(said) + 1)]
    if list(said) != plain:  # the file knows better than a count
        return list(said)
    steps = Counter(int(number) - index for index, number in printed.items() if number.isdecimal())
    if not steps:
        return plain
    step, count = steps.most_common(1)[0]
    numbered = len(said) - max(1 - step, 0)
    if step == 1 or count < 2 or count < numbered * MOST_OF:
        return plain
    return [_label(index, step, printed.get(index)) for index in range(len(said))]


def _label(index: int, step: int, printed: str | None) -> str:
    if index + step > 0:
        return str(index + step)
    return printed if printed and not printed.isdecimal() else f"[{roman(index + 1)}]"


def roman(number: int) -> str:
    """A small number in small Roman letters."""
    letters = []
    for letter, worth in _ROMAN:
        times, number = divmod(number, worth)
        letters.append(letter * times)
    return "".join(letters)
