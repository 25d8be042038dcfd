"""English minutes as plain promises: `She said that it would be sent` -> `it will be sent`, as long as it was."""

import re

_WOULD = re.compile(r"\bwould\b")
_AGREED = re.compile(
    r"^(?:(?:and|but) )?(?:it was|the (?:board|group|committee|meeting|chair)|members|they)(?: also| then)? (?:agreed|"
    r"noted|resolved|"
    r"decided|heard)(?: that)? (?=\S+ (?:\S+ ){0,12}?will\b)",
    re.IGNORECASE,
)
_WAS_TO = re.compile(r"\b(?:was|were) to (?=(?!have\b)[a-z]{2,}\b)")
_SAID = re.compile(
    r"^(?:(?:and|but) )?(?:the |[A-Z])[\w .'’,-]{1,60}? (?:said|confirmed|reported|explained|noted|advised|added|stated|"
    r"told the (?:board|group|committee|meeting)|assured (?:the )?\w+)(?: that)? (?=\S)",
)
_UNDERTOOK = re.compile(
    r"^(?P<who>(?:the |[A-Z])[\w .'’-]{0,60}?|she|he|they|it|officials) (?P<verb>(?:undertook|agreed|offered|promised|"
    r"committed|was asked|were asked) to|was to|were to|is to|are to) (?=[a-z])",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"^(?:action:? )?(?!.* (?:was|were|had|is|are|has|have|did) .* to )(?P<who>[A-Z][\w ./&'’-]{1,50}?) (?P<to>to)"
    r" (?=(?!(?:his|her|their|the|its|our|this|that|whom?)\b)[a-z]{3,}\b)"
)


def as_promise(words: str) -> str:
    """A sentence of minutes with `will` where it tells what was undertaken; as long as it was, so that places stay."""
    told = _WOULD.sub("will ", words)
    if said := _SAID.match(told) or _AGREED.match(told):
        told = " " * said.end() + told[said.end() :]
    if " will " not in told[:120]:
        for pattern, name in ((_UNDERTOOK, "verb"), (_ACTION, "to")):
            found = pattern.match(told)
            if found:
                begin, end = found.start(name), found.end()
                # ` to ` has room for `'ll `: a longer verb is filled up with spaces.
                return told[: begin - 1] + "'ll".ljust(end - begin) + " " + told[end:]
        told = _WAS_TO.sub(lambda found: "will".ljust(len(found[0])), told, count=1)
    return told
