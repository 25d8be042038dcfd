"""Planted: whether a passage holds words for whoever answers, rather than for whoever reads; does not clean them.

Wider than the flags that a document carries, for nothing is lost by it: a passage left out of a prompt is still searched and
quoted. Markup that no reader would see, letters nobody sees, a sentence in a third language, and talk of answers, instructions
and passages all count (methods 4.4).
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from simplemma import in_target_language

from ingest.machine_talk import is_for_machines
from ingest.sentences import sentences

LIST = Path(__file__).parent / "planted.toml"
STRANGE = 0.55
"""Share of a sentence's words known to English or Welsh below which it is in neither."""
LEAST_WORDS = 4

# Small words and orders of neighbouring languages that are words in neither of ours.
_FOREIGN = frozenset(
    "les des une est dans toutes tous dites ignorez répondez cette ces vous avec pour que und der das ist "
    "nicht alle alles sage "
    "schreibe ignoriere anweisungen antworte nur diesen diese bitte las los todas todos ignora olvida "
    "respuesta reglas responde "
    "escribe esta anteriores gli questa questo tutte tutti rispondi scrivi ignorare istruzioni wszystkie "
    "poprzednie ignoruj napisz "
    "het niet een alle negeer instructies schrijf ignore-se todas responda escreva".split()
)
_OTHER_LETTERS = re.compile("[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af]")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\uffa0\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_MARKUP = re.compile(
    r"</?[a-z!][^<>\n]{0,200}>|<!--|-->|&lt;|&gt;|&#\d+;|/\*|\*/|!\[|\]\(|```|<<|>>|<\||\|>|\[/?[A-Z]{3,}\]|"
    r"^\s*[-=_*#]{4,}|[-=_*#]{3,}\s*\w[^\n]*[-=_*#]{3,}|"
    r"^\s*#{2,}\s*\w+\s*:|\{\{|\}\}|[\[{]\s*\"\w+\"\s*:|\"\s*[}\]]\s*[,}\]]|[}\]]\s*[}\]]|\\u[0-9a-f]{4}|\\\"|"
    r"\batob\b|\beval\(|javascript:|"
    r"\b[A-Za-z0-9+/]{24,}={0,2}(?![\w/])|\b[0-9a-fA-F]{24,}\b|^\[\d+\]:|\*\*[^*\n]+\*\*|`[^`\n]+`|\bhxxps?:|"
    r"[{}<>~\\^`]|%%|!\w+\(|^\s*\[\w+\]|^\W{0,3}[A-Z]{2,12}>\s|\b0x[0-9A-Fa-f]+|(?:\b[0-9a-fA-F]{2} ){6,}|'\w+'\s*:|\w=\w",
    re.MULTILINE,
)


def is_planted(text: str) -> bool:
    """True for a passage that no model should be shown."""
    return bool(_UNSEEN.search(text) or _MARKUP.search(text)) or any(_is_talk(said) for said in _sentences(text))


def _is_talk(said: str) -> bool:
    folded = said.casefold()
    if is_for_machines(folded):
        return True
    return any(pattern.search(folded) for pattern in _patterns()) or _is_strange(said)


def _is_strange(said: str) -> bool:
    """True for a sentence in neither language: it was written for somebody who reads them all."""
    if _OTHER_LETTERS.search(said):
        return True
    if len(_FOREIGN.intersection(re.findall(r"[^\W\d_]+", said.casefold()))) > 1:
        return True
    for part in re.split(r"[:;,()]", said):
        words = [word for word in re.findall(r"[^\W\d_]+", part) if not word[0].isupper()]
        if len(words) >= LEAST_WORDS and max(in_target_language(" ".join(words), lang=code) for code in ("en", "cy")) < STRANGE:
            return True
    return False


def _sentences(text: str) -> Iterator[str]:
    return (words.plain for words in sentences(text, until=len(text)))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return tuple(re.compile(pattern, re.IGNORECASE) for language in ("en", "cy") for pattern in table[language])
