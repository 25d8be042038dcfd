"""Judges as scripts behind a real server: what is put to them is read back out of what they were sent."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from evals.judge.pairs import Label, Pair
from evals.written.scripted_model import Heard, Said

_SHOWN = re.compile(r"<<[0-9a-f]+ (sentence|text)>>\n(.*?)\n<<end [0-9a-f]+ \1>>", re.DOTALL)


@dataclass(frozen=True)
class Put:
    """The pair that a judge was sent."""

    sentence: str
    text: str


def put_to(heard: Heard) -> Put:
    shown = dict(_SHOWN.findall(str(heard.body["messages"][1]["content"])))
    return Put(shown["sentence"], shown["text"])


def verdict(label: str, quote: str = "") -> Said:
    return Said(text=json.dumps({"label": label, "evidence_quote": quote}, ensure_ascii=False))


def good(pairs: list[Pair]) -> Callable[[Heard], Said]:
    """Knows what people said, and that a sentence bears itself out."""
    known = {(pair.sentence, pair.words): pair.label for pair in pairs}

    def script(heard: Heard) -> Said:
        put = put_to(heard)
        label = known.get((put.sentence, put.text)) or (Label.FULL if put.sentence in put.text else Label.NONE)
        return verdict(label.value, put.text if label is Label.FULL else "")

    return script


def lazy(heard: Heard) -> Said:
    """Calls everything full, and quotes the first words."""
    return verdict("full", " ".join(put_to(heard).text.split()[:4]))


def inventing(_: Heard) -> Said:
    """Calls everything full, and quotes what no text says."""
    return verdict("full", "Every school must buy a piano.")
