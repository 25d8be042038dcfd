"""Passives in English: whether what is asked is to be done by somebody else than the subject; does not find by whom."""

import re

_PASSIVE = re.compile(
    r"^(?:not |never )?(?:\w+ly |also |always |only |then |first |still )*(?:be|been|"
    r"have been|get|continue to be|not be)(?: \w+ly| also| always| never| then| first|"
    r" further| fully| either| at least)* "
    r"(?:(?:re|un|over|well[- ]|under|out|co-)?\w+(?:ed|wn|ought|aught|elt|ept|orn|osen|"
    r"oken|itten|iven|aken|idden)|made|held|sent|told|done|put|set|paid|met|read|built|"
    r"found|left|lent|"
    r"given|shown|seen|kept|taken|drawn|known|brought|sought|led|run|cut|laid|let|dealt|"
    r"reset|split|begun|borne|undergone|sold|spent|heard)\b",
    re.IGNORECASE,
)
_NO_PASSIVE = re.compile(
    r"^(?:not )?(?:\w+ly )?be(?: \w+ly| fully)* (?:prepared|committed|satisfied|determined|"
    r"concerned with|convinced|used to|tasked|interested|united|resolved|qualified|dressed|"
    r"seated|aged|"
    r"experienced|motivated|organised|informed by|based|located|alarmed|agreed that|need|speed|indeed)\b",
    re.IGNORECASE,
)
"""Words like participles that say how the subject itself is to be."""


def is_passive(behind: str) -> bool:
    """Whether the words behind a modal are a passive: `be agreed by`, and not `be prepared to`."""
    return bool(_PASSIVE.match(behind)) and not _NO_PASSIVE.match(behind)
