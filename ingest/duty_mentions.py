"""Whom a sentence speaks of, for the `they` of the next one; does not look for duties."""

import re

from corpus.bodies import bodies_named
from ingest.duty_actors import ENGLISH, bare_subject, head_of
from ingest.duty_claims import Actor

_OPENING = re.compile(
    r"^(?:(?:in|on|since|from|by|at|as|for|where|when|if|under|after|before|during|because|although|while)\b[^,]{1,80}, )+",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:s|bodies|authorities|staff|children|Ministers)$")


def subject_of(words: str, language: str) -> tuple[Actor, ...] | None:
    """The bodies a sentence is about: those it begins with, else the last it names in the plural; None for no sign."""
    if language == "cy":
        named = bodies_named(words, language)
        return (Actor(body=named[0].body, words=words[named[0].span.start : named[0].span.end]),) if named else None
    bare = bare_subject(_OPENING.sub("", words))
    tokens = bare.split()
    for end in range(1, min(8, len(tokens)) + 1):
        actor = head_of(" ".join(tokens[:end]))
        if actor and (end == len(tokens) or not head_of(" ".join(tokens[: end + 1]))):
            return (actor,)
    named_all = [one for one in bodies_named(words, ENGLISH) if _PLURAL.search(words[one.span.start : one.span.end])]
    if not named_all:
        return None
    last = named_all[-1]
    return (Actor(body=last.body, words=words[last.span.start : last.span.end]),)
