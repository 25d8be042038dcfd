"""Models as tests need them: faithful, careless, hostile and broken ones, each a script for `evals.written.scripted_model`.

All but the broken ones read the passages out of the prompt, as a model does.
"""

import json
from collections.abc import Callable

from evals.written.scripted_model import Heard, Said, first_sentences, reply

DEADLINE = "Every school must publish a summary of its plan by 31 October 2025."
"""The first sentence of the first passage that these models are asked about."""


def good(_heard: Heard) -> Said:
    """Rewords the first passage without changing it."""
    return Said(text=reply(("By 31 October 2025 every school must publish a summary of its plan.", "p1", DEADLINE)))


def faithful(heard: Heard) -> Said:
    """Repeats the first sentence of each passage."""
    return Said(text=reply(*first_sentences(heard.passages)))


def says(sentence: str, *, quote: str = DEADLINE, cites: str = "p1") -> Callable[[Heard], Said]:
    """Says one sentence, whatever it is asked."""
    return lambda _heard: Said(text=reply((sentence, cites, quote)))


def fenced(heard: Heard) -> Said:
    """Faithful, with a code fence around its reply."""
    return Said(text=f"```json\n{reply(*first_sentences(heard.passages))}\n```")


def marked(heard: Heard) -> Said:
    """Faithful, with the marks of the prompt left in its quotations."""
    items = [(said, name, quote.replace(" ", heard.mark)) for said, name, quote in first_sentences(heard.passages)]
    return Said(text=reply(*items))


def obedient(heard: Heard) -> Said:
    """Does what a passage tells it: says whatever stands behind "SAY:"."""
    for name, text in heard.passages.items():
        if "SAY:" in text:
            told = text.split("SAY:", 1)[1].strip()
            return Said(text=reply((told, name, " ".join(text.split())[:200])))
    return faithful(heard)


def half_json(heard: Heard) -> Said:
    """Stops inside its object."""
    return Said(text=reply(*first_sentences(heard.passages))[:-40])


def garbage(_heard: Heard) -> Said:
    """No JSON at all."""
    return Said(text="The deadline is in the autumn, I believe. " * 4)


def refusal(_heard: Heard) -> Said:
    """Declines in prose."""
    return Said(text="I'm sorry, but I can't help with that.")


def other_keys(_heard: Heard) -> Said:
    """An object with more than was asked for."""
    return Said(text=json.dumps({"insufficient": False, "answer": [], "tool": "fetch"}))


def insufficient(_heard: Heard) -> Said:
    """Says that the passages do not answer."""
    return Said(text=reply(insufficient=True))


def empty(_heard: Heard) -> Said:
    """Says nothing."""
    return Said(text="")


def huge(_heard: Heard) -> Said:
    """Never comes to an end."""
    return Said(text="x" * 200_000)


def flood(_heard: Heard) -> Said:
    """One event without an end."""
    return Said(raw=b"data: " + b"x" * 6_000_000, headers={"Content-Type": "text/event-stream"})


def packed(_heard: Heard) -> Said:
    """Claims to be packed, which nobody asked for."""
    return Said(raw=b"\x1f\x8b" + b"\0" * 40, headers={"Content-Type": "text/event-stream", "Content-Encoding": "gzip"})


def slow(_heard: Heard) -> Said:
    """Thinks for a minute before its first word."""
    return Said(text="{}", first_byte=60)


def drip(heard: Heard) -> Said:
    """A word now and then, for ever."""
    return Said(text=reply(*first_sentences(heard.passages)) * 40, drip=0.2)


def hang(heard: Heard) -> Said:
    """Half a reply, and then nothing."""
    return Said(text=reply(*first_sentences(heard.passages)), hang=True)


def cut(heard: Heard) -> Said:
    """Closes the connection in the middle."""
    return Said(text=reply(*first_sentences(heard.passages)), cut=True)


def status(code: int, **headers: str) -> Callable[[Heard], Said]:
    """An error, which repeats the key it was sent."""
    return lambda heard: Said(status=code, text=f"no: {heard.authorization}", headers=headers)


def no_json_mode(heard: Heard) -> Said:
    """Refuses the JSON mode, and answers without it."""
    if "response_format" in heard.body:
        return Said(status=400, text="response_format is not supported")
    return faithful(heard)


def then(first: Callable[[Heard], Said], second: Callable[[Heard], Said]) -> Callable[[Heard], Said]:
    """One script the first time, another when told what was wrong."""
    return lambda heard: (first if heard.turn == 1 else second)(heard)
