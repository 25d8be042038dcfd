"""Occasion: who says a text, in which office and on which day; read from its record and its first lines, never guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Document
from corpus.offices import office_on
from corpus.publication import Publication, PublicationType
from ingest.byline import LONGEST, read_byline, read_name
from ingest.commitments.verdict import Voice
from ingest.dates import read_date_of_page
from ingest.letters import read_letter

GOVERNMENT = {"en": "Welsh Government", "cy": "Llywodraeth Cymru"}
_OURS = re.compile(r"^(?:Welsh (?:Assembly )?Government|Llywodraeth (?:Cynulliad )?Cymru|Hwb)\b")
_MINISTER = re.compile(
    r"\b(?:(?:deputy |first |prime )?minister|cabinet secretary|counsel general|(?:dirprwy |prif )?[wg]{1,2}einidog|"
    r"ngweinidog|gweinidog|ysgrifennydd y cabinet|cwnsler cyffredinol)\b(?! of parliament)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:welsh government|llywodraeth cymru|permanent secretary|director(?: general)?,? education)\b", re.IGNORECASE
)
_TO_MINISTER = re.compile(
    r"^(?:dear|annwyl)\b.*\b(?:minister|cabinet secretary|[wg]einidog|weinidog|ysgrifennydd)\b", re.IGNORECASE | re.MULTILINE
)
_ADVICE = re.compile(
    r"\b(?:letter (?:from|of) .*(?:chair|group|panel|board|review|commission)|(?:advice|report|letter) (?:to|"
    r"for) the (?:\w+ )?(?:minister|cabinet secretary|welsh ministers|welsh government)|advisory (?:group|board|panel|"
    r"council)|independent (?:review|report|expert)|coherence group|llythyr (?:gan|oddi wrth)|grŵp cynghori|bwrdd cynghori)\b",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"\b(?:programme|project|delivery|implementation|steering|oversight) (?:board|group)\b|\bbwrdd (?:y )?(?:rhaglen|"
    r"prosiect)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r" \((?:quoted|foreword|introduction)\)$", re.IGNORECASE)
"""Behind an author's name in the register: only some of the words are theirs."""
_LEAD = re.compile(r" \(lead\)$", re.IGNORECASE)
_BEHIND_OFFICE = re.compile(r";?,? (?:and|ac?)$|;$| \([^()]*\)[;,.]?(?: and)?$")
_DATED = re.compile(r"^(?:(?:first )?published|dated?|issued|cyhoeddwyd(?: gyntaf)?|dyddiad)\b(?: on| ar)?:? *", re.IGNORECASE)
ATTENDANCE = 60  # lines in which minutes say who was there
TOP = 14  # lines in which a text says who says it, and when
STATEMENTS = frozenset({PublicationType.WRITTEN_STATEMENT, PublicationType.ORAL_STATEMENT, PublicationType.WRITTEN_ANSWER})
REPORTS = frozenset(
    {PublicationType.REPORT, PublicationType.GUIDANCE, PublicationType.CONSULTATION, PublicationType.TERMS_OF_REFERENCE}
)
OTHERS = frozenset({PublicationType.RESEARCH_BRIEFING, PublicationType.LEGISLATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What is known of who says a text, and when."""

    voice: Voice
    made_on: date | None = None
    speaker: str = ""
    office: str = ""
    quoted: str = ""
    """Who says a part of it, in quotation marks or in a foreword; with their office in `quoted_office`."""
    quoted_office: str = ""
    officials: tuple[tuple[str, str], ...] = ()
    """Of minutes, name and office of those who attended for government, as its own list of them says."""
    type: PublicationType = PublicationType.OTHER
    title: str = ""
    topics: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """All of it in one line: another key means that a text must be read again."""
        day = self.made_on.isoformat() if self.made_on else ""
        return "|".join((self.voice, day, self.speaker, self.office, self.quoted, self.type, self.title, *self.topics))


def occasion_of(publication: Publication, document: Document, *, stated_on: date | None = None) -> Occasion:
    """The occasion of a text; `stated_on` is the day its page gave this version, which counts for what is no event."""
    top = _top(document)
    author, role = _signature(publication, document, top)
    made_on = _made_on(publication, document, top, stated_on)
    office = role or (office_on(author, made_on) if author else "")
    partly = bool(_PARTLY.search(publication.author or ""))
    return Occasion(
        voice=_voice(publication, document, author="" if partly else author, role="" if partly else office),
        made_on=made_on,
        speaker="" if partly else author,
        office="" if partly else office,
        quoted=author if partly else "",
        quoted_office=office if partly else "",
        officials=_officials(document) if publication.type is PublicationType.MINUTES else (),
        type=publication.type,
        title=publication.title,
        topics=publication.topics,
    )


def _officials(document: Document) -> tuple[tuple[str, str], ...]:
    """Those whom the lines at the top of minutes name with the Welsh Government behind them."""
    found = []
    for line in document.text.split("\n", ATTENDANCE)[:ATTENDANCE]:
        words = " ".join(line.split()).strip(" #*_•·-;.")
        name, _, office = words.partition(",")
        if len(words) < LONGEST and is_government(office) and (person := read_name(name)):
            found.append((person, _BEHIND_OFFICE.sub("", office).strip()))
    return tuple(found)


def _is_chaired(publication: Publication, document: Document) -> bool:
    """Whether minutes are of a board, none that advises, with somebody of the Welsh Government in its chair."""
    if not re.search(r"\bboard\b", publication.title, re.IGNORECASE) or _ADVICE.search(publication.title):
        return False
    lines = document.text.split("\n", ATTENDANCE)[:ATTENDANCE]
    return any(re.search(r"\(chair\)", line, re.IGNORECASE) and _OFFICIAL.search(line) for line in lines)


def is_minister(office: str) -> bool:
    """Whether an office is one of government's: `Cabinet Secretary for Education`."""
    return bool(_MINISTER.search(office))


def is_government(office: str) -> bool:
    """Whether an office speaks for government, a minister's or an official's."""
    return is_minister(office) or bool(_OFFICIAL.search(office))


def _top(document: Document) -> list[str]:
    return [" ".join(line.split()).strip(" #*_") for line in document.text.split("\n", 60)[:60] if line.strip()][:TOP]


def _signature(publication: Publication, document: Document, top: Sequence[str]) -> tuple[str, str]:
    """Author and office, by the record, else by the lines above the text or under a letter."""
    if publication.author or publication.role:
        return _LEAD.sub("", _PARTLY.sub("", publication.author or "")), publication.role or ""
    for line in top if publication.type not in REPORTS else ():
        if len(line) < 160 and (signed := read_byline(line)):
            return signed.author, signed.role
    if publication.type not in {PublicationType.LETTER, PublicationType.OTHER}:
        return "", ""
    letter = read_letter(document.text, type_=publication.type, language=document.language)
    return letter.author or "", letter.role or ""


def _made_on(publication: Publication, document: Document, top: Sequence[str], stated_on: date | None) -> date | None:
    if publication.type is PublicationType.MINUTES and publication.meetings:
        return max(publication.meetings)
    if publication.type is PublicationType.LETTER and (written := publication.dateline or _printed(document, top)):
        return written
    if not publication.is_event and stated_on:
        return stated_on
    return publication.published or _printed(document, top)


def _printed(document: Document, top: Sequence[str]) -> date | None:
    """The day that a line of its own above the text gives."""
    days = (read_date_of_page(_DATED.sub("", line, count=1).rstrip("."), language=document.language) for line in top)
    return next((day for day in days if day), None)


def _voice(publication: Publication, document: Document, *, author: str, role: str) -> Voice:
    type_, ours = publication.type, bool(_OURS.match(publication.publisher))
    if type_ is PublicationType.MINUTES:
        minuted = Voice.BOARD if _BOARD.search(publication.title) or _is_chaired(publication, document) else Voice.MEETING
        return minuted if ours else Voice.OTHER
    if type_ in REPORTS:
        return _of_report(publication, author, role, ours=ours)
    if type_ in OTHERS or type_ is PublicationType.NEWS:
        signed = type_ is PublicationType.NEWS and ours and bool(publication.author) and is_minister(role)
        return Voice.MINISTER if signed else Voice.GOVERNMENT if ours and type_ not in OTHERS else Voice.OTHER
    if is_government(role):
        return Voice.MINISTER
    if type_ is PublicationType.LETTER:
        return _of_letter(publication, document, role, ours=ours)
    return _of_statement(publication, author, role, ours=ours)


def _of_report(publication: Publication, author: str, role: str, *, ours: bool) -> Voice:
    """A report by somebody by name, or of a review, advises; guidance tells others what to do."""
    is_report = publication.type is PublicationType.REPORT
    if is_report and (author or _ADVICE.search(publication.title)) and not is_government(role):
        return Voice.ADVISER
    if not (ours or is_minister(role)):
        return Voice.OTHER
    return Voice.GOVERNMENT if is_report else Voice.DOCUMENT


def _of_statement(publication: Publication, author: str, role: str, *, ours: bool) -> Voice:
    """A statement or an imported text that nobody in an office of government signed."""
    if publication.type in STATEMENTS:
        unsigned = not role and (ours or publication.type is not PublicationType.ORAL_STATEMENT)
        return Voice.GOVERNMENT if unsigned else Voice.OTHER
    if ours:
        return Voice.GOVERNMENT
    if _ADVICE.search(publication.title):
        return Voice.ADVISER
    return Voice.OTHER if author and role else Voice.UNKNOWN


def _of_letter(publication: Publication, document: Document, role: str, *, ours: bool) -> Voice:
    if role or _TO_MINISTER.search(document.text[:4000]) or _ADVICE.search(publication.title):
        return Voice.ADVISER
    return Voice.GOVERNMENT if ours else Voice.OTHER
