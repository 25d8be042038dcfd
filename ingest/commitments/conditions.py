"""Conditions: `subject to …`, `if …`, in English and Welsh, as written; does not judge whether they are met."""

import re

_ENGLISH = re.compile(
    r"(?:(?<=^)|(?<=[,;(] )|(?<=[\w)'\"] ))(?P<words>(?:subject to|(?<=[,;] )provided(?! by| for| with)|provided that|"
    r"providing that|depending on|dependent on|assuming|as long as|so long as|conditional on|on condition that|unless|"
    r"in the event (?:that|of)|pending|where (?:possible|resources allow|resources permit|funding allows|budgets allow|"
    r"affordable)|(?:when|once|as|if) (?:resources|funding|budgets?|parliamentary time|senedd time|legislative time|time|"
    r"finances|circumstances)[^,;.]{0,30}? (?:allows?|permits?|is available|are available)|"
    r"(?<!even )(?<!see )(?<!consider )(?<!ask )(?<!asked )(?<!decide )(?<!know )(?<!test )(?<!check )(?<!say )"
    r"(?<!tell )(?<!explore )(?<!as )(?<!what )if(?! (?:not|any|anything|necessary|possible|appropriate|needed|"
    r"required|so)\b| (?:they|he|she|you|he or she) (?:wish|like|want|choose|would like))|"
    r"once (?=[^,;.]{0,60}\b(?:courts?|senedd|parliament|treasury|ruled|agreed|approved|granted|passed|assent|"
    r"agreement|settled|confirmed|consented)\b)|as soon as (?=(?:I am|we are|it is) (?:satisfied|confident|sure|able)|"
    r"[^,;.]{0,40}(?:allows?|permits?))|all being well|weather permitting|if and when|"
    r"should (?=(?:the|this|that|it|they|funding|resources|members|any|a|we|there|[a-z]+s)\b))\b[^,;.()]{0,200})",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"(?P<words>\b(?:yn amodol ar|ar yr amod|cyn belled|cyhyd â|os(?! gwelwch)|oni bai|pe bai|pan fydd (?:adnoddau|cyllid|"
    r"amser)|gan ddibynnu ar|cyn gynted (?:ag|â) y (?:byddaf|byddwn|bydd)|unwaith y (?:bydd|byddwn)|lle bo modd|"
    r"yn ddibynnol ar)\b[^,;.()]{0,200})",
    re.IGNORECASE,
)


def condition_in(clause: str, language: str = "en") -> str:
    """The condition a clause in plain letters is under; empty for none."""
    found = (_WELSH if language == "cy" else _ENGLISH).search(clause)
    is_question = (
        found and found["words"].casefold().startswith("should ") and clause[: found.start()].strip()[-1:] not in {"", ","}
    )
    if not found or is_question:
        return ""
    return found["words"].strip(" ,")
