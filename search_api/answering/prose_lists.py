"""Prose lists: sentences that say how many or which things follow, with the sentences that then name them; finds no bullets.

"There are two reasons. The first is … The second is …" answers only as a whole. Rules by opening words, English and Welsh.
"""

import re
from collections.abc import Sequence

MOST_SENTENCES = 6
"""Sentences that a list in prose may run to."""
_MANY = (
    r"(?:two|three|four|five|six|seven|several|some|a (?:small )?(?:number|set) of|"
    r"dau|ddau|dwy|ddwy|tri|tair|pedwar|pedair|pum|chwe)"
)
_THING = (
    r"(?:reason|priorit(?:y|ies)|aim|area|purpose|principle|step|thing|theme|change|action|element|part|stage|group|question|"
    r"way|condition|goal|objective|strand|rh?eswm|rh?esymau|[bf]laenoriaeth|nod|[mf]aes|[cg]am|egwyddor|newid|[pb]eth|rh?an|amod)\w*"
)
_ANNOUNCES = re.compile(rf"\b{_MANY}\s+(?:[\w’'-]+\s+){{0,5}}?{_THING}\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:the )?(?:first(?:ly)?|one (?:is|was)|y (?:cyntaf|gyntaf)|yn gyntaf|un (?:yw|oedd))\b", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:the )?(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|last(?:ly)?|finally|"
    r"(?:an)?other (?:is|was)|yr ail|yn ail|y trydydd|y drydedd|yn drydydd|y pedwerydd|y bedwaredd|yn olaf|y llall)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?:(?:these|they|those) (?:are|were|is)|(?:[\w’'-]+ ){1,3}(?:these|them) (?:as|to be)|y rhain yw|dyma nhw)\b",
    re.IGNORECASE,
)


def runs_on(sentences: Sequence[str]) -> int:
    """How many sentences after the first belong to the list it announces; 0 where it announces none that follows."""
    if len(sentences) < 2 or not _ANNOUNCES.search(sentences[0]):
        return 0
    if _WHICH.match(sentences[1]):
        return 1
    if not _FIRST.match(sentences[1]):
        return 0
    count = last = 1
    for sentence in sentences[2:MOST_SENTENCES]:
        count += 1
        if _NEXT.match(sentence):
            last = count
    return last if last > 1 else 0
