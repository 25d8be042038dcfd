"""Cue words: what later words say was done, begun, moved, promised again or given up, in English and Welsh; weighs nothing.

The kinds are methods 5.5. A cue alone says little: "has been published" may be of another thing, so whoever asks looks at the
thing too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.evidence import Bearing

_MADE = (
    "published|launched|established|introduced|created|set up|issued|approved|completed|delivered|allocated|"
    "opened|laid|made law|"
    "passed|awarded|convened|commenced|brought in|rolled out|given|paid|updated|finished|signed"
)
_ENGLISH: Mapping[Bearing, str] = {
    Bearing.DROPPED: (
        r"will no longer|no longer (?:going ahead|proceeding|planned|intends?)|(?:will|is|are|does|"
        r"do) not (?:to )?(?:proceed|go ahead)|"
        r"(?:has|have|had|was|were|is|are) (?:been )?(?:abandoned|cancelled|scrapped|dropped|discontinued|shelved|stopped)|"
        r"decided (?:not to|against)|"
        r"will not(?: now|,? after all,?)? (?:be )?(?:taken (?:forward|up)|made|published|held|pursued|studied|built|"
        r"set up|created|introduced|brought in|happen|follow|stand)|will not now|(?:is|are) not now|"
        r"will be no (?:separate|further|new)|no (?:separate|further|new) [^.;:]{1,40}(?:is|are) (?:planned|to be)|"
        r"nothing (?:more )?will come|no more [^.;:]{1,30} will|"
        r"(?:do|does|did) not (?:now )?(?:propose|intend|plan|start)|was not made|given up|not go(?:ing)? ahead"
    ),
    Bearing.REVISED: (
        r"will now|is now to be|was now to be|instead|revised (?:date|timetable|timeline|plan)|new (?:date|timetable)|"
        r"(?:is|are|was|were|been|be) (?:delayed|postponed|deferred|extended|put back|pushed back|held back|"
        r"brought forward|paused)|"
        r"(?:delays?|postpones?|defers?|extends?|pauses?) (?:the|its|their|until|to)|later than (?:planned|first)|"
        r"is to come the next|replaces the [^.;]{0,60}?draft|"
        r"(?:is|are|was|were) now (?:set|expected|due|planned|to)|now (?:set|expected|due|from|after)|took longer|more time|"
        r"(?:a|one|two|three|some) (?:terms?|years?|months?|weeks?) later than|put off|set aside (?:in|until)|slip(?:s|ped)|"
        r"not (?:be )?(?:ready|sit|meet|open|start) (?:until|before)|will (?:wait|follow when)|shall wait|would follow"
    ),
    Bearing.DELIVERED: (
        rf"(?:has|have|had) (?:now |since |already |also )?been (?:formally )?(?:{_MADE})|"
        rf"(?:was|were) (?:formally |first )?(?:{_MADE})|"
        rf"(?:we|I|ministers?|government) (?:have |has )?(?:now |already |today )?(?:{_MADE})|"
        rf"today (?:I am|we are) (?:publishing|launching|laying)|^(?:{_MADE}) (?:in|on|under)|"
        r"(?:^|[;:,] )(?:publish|launch|introduc|establish|creat|issu)(?:es|s)\b|"
        r"(?:came|comes|come) into (?:force|effect|operation)|(?:came) into being|"
        r"(?:is|are|was|were) (?:now )?(?:active|in place|in force|available|operational|complete|up and running|open)\b|"
        r"(?:began|started|took effect) in|took place|replaces? the old|meets? the [^.]{0,40}promise|"
        r"milestones?[^.]{0,40}\bmet\b|"
        r"run(?:s)? their first|ran from|(?:was|were) held|held that"
    ),
    Bearing.PROGRESS: (
        r"progress|under ?way|(?:have|has|had) begun|beg[au]n|started (?:work|to)|first meeting|drafts?|"
        r"appoint(?:s|ed)?|recruit\w*|"
        r"pilot\w*|consult\w*|hope[ds]? to|work remains|workshops?|feedback|so far|being (?:developed|designed|"
        r"prepared|updated|reviewed)|"
        r"is (?:developing|preparing|working)|(?:are|were) working|under review|proposals?|considered|invited|reviewed|met\b"
    ),
    Bearing.REAFFIRMED: (
        r"will|is to|are to|(?:is|are|was|were) due|(?:was|were) to|promised|committed|remains? committed|intends?|plans? to|"
        r"expected|(?:holds?|keeps?|held|kept) to|on course|repeated|re-?stated|confirm(?:s|ed)? (?:again )?that|"
        r"still (?:mean|aim|intend)s?|"
        r"(?:is|remains) (?:our|the) (?:aim|intention)|the aim|stands\b|as (?:I|we|was) (?:said|promised|had)"
    ),
}
_WELSH: Mapping[Bearing, str] = {
    Bearing.DROPPED: (
        r"ni (?:fydd|fyddir|chaiff|fwriedir) [^.;:]{1,60}(?:yn ei flaen|ymlaen|ei wneud)|ni fydd \w+ bellach|"
        r"ni fyddwn (?:bellach )?yn bwrw ymlaen|rhoddwyd y gorau|diddymwyd y|tynnwyd yn ôl"
    ),
    Bearing.REVISED: (
        r"gohiri\w+|ohiri\w+|yn hytrach|dyddiad newydd|amserlen newydd|ymestyn|estynn(?:ir|wyd)|hwyrach na|"
        r"(?:yw|hi|daw|fydd)(?: \S+){0,3} bellach|bellach,|mwy o amser|yn disodli drafft"
    ),
    Bearing.DELIVERED: (
        r"cyhoeddwyd|lansiwyd|sefydlwyd|cyflwynwyd|crëwyd|cwblhawyd|cymeradwywyd|agorwyd|dyrannwyd|"
        r"(?:wedi|wedi'i|wedi’i|wedi cael ei) (?:gyhoeddi|chyhoeddi|lansio|sefydlu|gwblhau|chwblhau|chyflwyno|"
        r"gyflwyno|cyhoeddi)|"
        r"anfonwyd|aeth (?:copi|yr arian)|(?:ar gael|ar Hwb) ers|talwyd|rhannwyd|enwyd|cynhaliwyd|"
        r"daeth i (?:rym|fodolaeth)|bellach (?:ar waith|ar gael|yn weithredol)|cyhoeddi adroddiad"
    ),
    Bearing.PROGRESS: (
        r"cynnydd|ar y gweill|ar waith|drafft|ddrafft|peilot|beilot|cyfarfod cyntaf|ymgynghor\w+|penod\w+|"
        r"dechreu\w+|ddechreu\w+|cychwyn\w*|gychwyn\w*"
    ),
    Bearing.REAFFIRMED: r"bydd|fydd|byddwn|byddaf|disgwylir|o hyd|addew\w+|bwriad\w*|ymrwym\w+",
}
CUES = {"en": _ENGLISH, "cy": _WELSH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue as it stands in some words."""

    bearing: Bearing
    words: str


def cues_in(words: str, language: str) -> tuple[Cue, ...]:
    """The cues of some words, one a kind, the weightiest kind first; none in a language without a table."""
    plain = words.replace("’", "'").replace("\n", " ")
    found = []
    for bearing, pattern in _patterns(language).items():
        met = pattern.search(plain)
        if met:
            found.append(Cue(bearing=bearing, words=met[0].strip(" ,;:")))
    return tuple(found)


@lru_cache(maxsize=2)
def _patterns(language: str) -> dict[Bearing, re.Pattern[str]]:
    return {
        bearing: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
        for bearing, pattern in CUES.get(language, {}).items()
    }
