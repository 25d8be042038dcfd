"""English minutes as plain promises: `She said that it would be sent` -> `it will be sent`, as long as it was."""

import re

_WOULD = re.compile(r"\bwould\b")
_SAID = re.compile(
    r"^(?:(?:and|but) )?(?:the |[A-Z])[\w .'’,-]{1,60}? (?:said|confirmed|reported|explained|noted|advised|added|stated|"
    r"told the (?:board|group|committee|meeting)|assured (?:the )?\w+)(?: that)? (?=\S)",
)
_UNDERTOOK = re.compile(
    r"^(?P<who>(?:the |[A-Z])[\w .'’-]{0,60}?|she|he|they|it|officials) (?P<verb>(?:undertook|agreed|offered|promised|"
    r"committed|was asked|were asked) to|was to|were to|is to|are to) (?=[a-z])",
    re.IGNORECASE,
)
_ACTION = re.compile(r"^(?:action:? )?(?P<who>[A-Z][\w ./&'’-]{1,50}?) (?P<to>to) (?=[a-z]{3,}\b)")


def as_promise(words: str) -> str:
    """A sentence of minutes with `will` where it tells what was undertaken; as long as it was, so that places stay."""
    told = _WOULD.sub("will ", words)
    if said := _SAID.match(told):
        told = " " * said.end() + told[said.end() :]
    if " will " not in told[:120]:
        for pattern, name in ((_UNDERTOOK, "verb"), (_ACTION, "to")):
            found = pattern.match(told)
            if found:
                begin, end = found.start(name), found.end()
                # ` to ` has room for `'ll `: a longer verb is filled up with spaces.
                return told[: begin - 1] + "'ll".ljust(end - begin) + " " + told[end:]
    return told
