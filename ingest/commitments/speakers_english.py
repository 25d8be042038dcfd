"""Who speaks in English clauses without `will`, and the verdict that such a clause promises; classes none."""

import re

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard import Heard
from ingest.commitments.leads_english import ADVERB
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import CONCERNS, THINGS

GOVERNMENT = (
    r"(?:(?:the )?(?:welsh )?government|(?:the )?welsh ministers|(?:the )?cabinet secretary(?: for [^,]{1,60}?)?|"
    r"(?:the )?minister(?: for [^,]{1,60}?)?|(?:my|our|welsh government|the) officials|(?:my|our|the) department)"
)
WHO = rf"(?:i|we|{GOVERNMENT})"
BE = r"(?:'m|'re| am| are| is)"
AD = rf"(?: {ADVERB})*"


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that no capital matters to."""
    return re.compile(words, re.IGNORECASE)


def made(rule: str, heard: Heard, action: str, form: Form, strength: Strength) -> Verdict | None:
    """The verdict that a clause promises; None where nobody in office speaks and it is no business of government's."""
    if heard.voice is not Voice.MINISTER and not CONCERNS.search(heard.text) and not THINGS.search(heard.text):
        return None
    named = re.match(GOVERNMENT, heard.body, re.IGNORECASE)
    return Verdict(
        kind=Kind.COMMITMENT,
        rule=rule,
        form=form,
        strength=strength,
        subject=named[0] if named else "I" if re.match(r"(?:i|my)\b", heard.body, re.IGNORECASE) else "we",
        action=action.strip(" .;"),
        negative=bool(re.search(r"\b(?:do not|don't|does not|not) (?:intend|plan|propose|mean|going|to)\b", heard.body[:60])),
        action_at=heard.body_at,
    )
