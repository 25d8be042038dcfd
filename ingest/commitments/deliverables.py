"""Deliverables: the thing an English or Welsh promise names, and of what kind it is; does not judge how clear it is."""

import re

from corpus.commitment import Deliverable, Form
from ingest.commitments.verdict import Verdict

_KINDS = (
    (
        Deliverable.LEGISLATION,
        (
            r"bills?|regulations?|legislation|acts?|orders?|instrument|law|laws|powers|measure|code|codes|d?deddf\w*|"
            r"[cg]h?yfraith|gyfraith|rh?eoliadau|bil|mesur|gorchymyn|g?od"
        ),
    ),
    (
        Deliverable.FUND,
        (
            r"fund|funds|funding|grants?|investment|budget|money|bursar(?:y|ies)|allowances?|payments?|settlement|share|"
            r"shares|£[\d,.]*m?|g?h?yllid|cyllid|grant\w*|[cg]ronfa|arian|b?uddsoddiad"
        ),
    ),
    (
        Deliverable.REVIEW,
        (
            r"reviews?|evaluations?|inquiry|audit|study|research|assessment of|count|census|investigation|stocktake|"
            r"adolygiad\w*|g?werthusiad\w*|ymchwil\w*|archwiliad\w*"
        ),
    ),
    (
        Deliverable.GROUP,
        (
            r"groups?|panels?|boards?|taskforce|force|forum|committee|networks?|council|partnership|gr[ŵw]p|gr[wŵ]piau|"
            r"gweithgor|weithgor|[pb]anel\w*|b?wrdd|fwrdd|[pb]h?wyllgor|rh?wydwaith\w*|fforwm"
        ),
    ),
    (
        Deliverable.BODY,
        (
            r"body|bodies|agency|commission|commissioner|authority|inspectorate|organisation|institute|academy|centres?|"
            r"units?|teams?|office|hubs?|[cg]orff|cyrff|asiantaeth|comisiwn|t[îi]m|d[îi]m|[cg]h?anolfan|[cg]h?anolfannau|"
            r"ganolfan"
        ),
    ),
    (
        Deliverable.DOCUMENT,
        (
            r"guidance|guide|guides|guidelines|handbook|plans?|strateg(?:y|ies)|frameworks?|reports?|responses?|papers?|"
            r"toolkits?|resources?|materials?|documents?|circular|roadmap|standards?|principles|lists?|letters?|summary|"
            r"findings|data|statistics|timetable|specifications?|proposals|recommendations|figures|charter|draft|version|"
            r"register|database|website|portal|films?|templates?|reference|studies|advice|information|details|policy|"
            r"policies|analysis|results|survey|surveys|table|tables|forms?|booklets?|leaflets?|notes?|reply|replies|answers?|"
            r"posters?|maps?|minutes|schedule|calendar|booklet|evidence|criteria|rules|terms|text|[cg]h?anllaw\w*|anllaw\w*|"
            r"[cg]h?ynllun\w*|ynllun\w*|strategaeth\w*|fframwaith|adroddiad\w*|ymateb\w*|[pb]apur\w*|[pb]ecyn\w*|adnodd\w*|"
            r"d?dogfen\w*|safonau|egwyddorion|rh?estr\w*|ll?ythyr\w*|crynodeb|canfyddiadau|ystadegau|amserlen|cynigion|"
            r"g?wefan|[cg]ofrestr|manylion|ffigurau|canlyniadau"
        ),
    ),
    (
        Deliverable.EVENT,
        (
            r"conferences?|summit|meetings?|events?|launch|workshops?|webinars?|debate|visits?|sessions|roadshow|statement|"
            r"statements|showcase|festival|exhibition|[cg]h?ynhadledd|[cg]h?yfarfod\w*|yfarfod|digwyddiad\w*|gweithdy|"
            r"gweithdai|d?datganiad\w*|dd?atganiad\w*"
        ),
    ),
    (
        Deliverable.PROGRAMME,
        (
            r"programmes?|schemes?|pilots?|trials?|projects?|campaigns?|entitlements?|offers?|packages?|training|courses?|"
            r"qualifications?|support|provision|services?|roll-?out|phase|initiative|apprenticeships?|placements?|places|"
            r"champions?|coaching|mentoring|transport|meals?|breakfasts?|lessons?|clubs?|rh?aglen\w*|peilot\w*|beilot\w*|"
            r"[pb]h?rosiect\w*|ymgyrch\w*|hawl\w*|g?ynnig|hyfforddiant|cwrs|cyrsiau|gwrs|[cg]ymwysterau|cymhwyster|"
            r"[cg]h?ymorth|g?wasanaeth\w*|trefniadau|prydau|gwersi|cludiant"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for kind, words in _KINDS)
_STOP = re.compile(
    r" (?:to (?!be\b)|so that|which|who\b|that\b|by (?!\w+ing\b)|from\b|in\b|on\b|at\b|during|before|until|within|this|next|"
    r"later|shortly|soon|when|if\b|subject|where|once|through|over|with\b|for\b|as\b|alongside|across|and (?:will|to|then)\b|"
    r"ahead|after|into\b|using|including|under|but|because|while|unless|following|today|later|early|i (?=\w)|er mwyn|erbyn|"
    r"ym |yn |yng |o fewn|cyn |dros|ar gyfer|gyda|fel |sy'n|sydd|a fydd|maes o law|cyn bo hir|cyn hir)|[;:(]|,(?!\d{3})| - "
)
_PARTICLE = re.compile(
    r"^(?:up|out|down|forward|back|together|in place|on|with|for|to|into|over|about|at|ahead with|aside)\b ?", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:also|now|then|be|continue|continuing|to|further|fully|jointly|\w+ly|shortly|today) )*(?:[\w-]+)(?: (?:and|"
    r"or) (?:\w+(?=\s(?:a|an|the|our|my|this|new|further|their)\b)))? ?",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"^(?:to )?(?:(?:all|every|each|the|my|our|local|these|those|those|governing|school) )*(?:schools?|authorit\w+|governors|"
    r"bodies|members|headteachers?|officials|estyn|colleagues|parents|families|leaders|partners|qualifications wales|"
    r"(?:the )?(?:chief|chair|panel|board|group|committee|commission)\b[^,]{0,40}?|senedd)(?: with| to| for| on| about|"
    r"(?= by| before| in|$|,))",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"^(?:on|about|with|to (?:review|develop|publish|prepare|produce|draft|set out|report on|report|consider|undertake|"
    r"conduct|lead|carry out|examine|look at|advise on|update|chair|revise|test|design|establish))\b ?",
    re.IGNORECASE,
)


def deliverable_of(found: Verdict) -> tuple[str, Deliverable]:
    """The thing promised as written, with its kind: of a passive its subject, else the object of its verb."""
    action = found.action
    if found.form is Form.DELEGATED and (asked := _ASKED.match(action)):
        action = action[asked.end() :]
    words = found.subject if _is_of_subject(found) else _object(action)
    words = words.strip(" .,;:'\"\x01")
    if words.casefold() in _NO_THING:
        words = ""
    return words, _kind(found, words, action)


def _kind(found: Verdict, words: str, action: str) -> Deliverable:
    """By the verb where it makes the thing, else by the thing, else by the verb."""
    acted = not _is_of_subject(found)
    if acted and _NO_KIND.match(action):
        return Deliverable.OTHER
    if (acted and _VERB_DECIDES.match(action)) or (not acted and re.match(r"be (?:\w+ly )?(?:review|evaluat|adolyg)", action)):
        return _of_verb(re.sub(r"^(?:be |now |also |further |fully |formally |then |\w+ly )+", "", action))
    head = _head(words).split()
    if head and _NOT_A_THING.match(head[-1].strip(".,'\"")):
        return Deliverable.OTHER
    kind = kind_of_thing(words)
    if kind is Deliverable.EVENT and _WRITTEN.search(words):
        return Deliverable.DOCUMENT
    return _of_verb(action) if kind is Deliverable.OTHER else kind


_OF_ACTION = frozenset(
    {
        "given",
        "every",
        "soon",
        "there-will-be",
        "which-soon",
        "required",
        "open-from",
        "due-to",
        "been-asked",
        "cy-every",
        "cy-required",
    }
)
"""Rules whose subject are people, or the speaker."""


def _is_of_subject(found: Verdict) -> bool:
    return (
        found.form in {Form.AGENTLESS, Form.SCHEDULED}
        and found.rule.removesuffix("-item") not in _OF_ACTION
        and bool(found.subject)
    )


def kind_of_thing(words: str) -> Deliverable:
    """The kind of a noun phrase, by its last word that tells: `an independent review of the grant` -> review."""
    head = _head(words)
    for word in (*reversed(head.split()), *words.split()):
        for kind, pattern in _PATTERNS:
            if pattern.match(word.strip(".,'\"")):
                return kind
    return Deliverable.OTHER


def _head(words: str) -> str:
    return re.split(r" (?:of|on|for|to|in|with|into|that|which|o|ar|i|am) ", words, maxsplit=1)[0]


def _object(action: str) -> str:
    """The object of the verb an action begins with: `publish the plan by May` -> `the plan`."""
    rest = action
    lead = _LEAD.match(rest)
    rest = rest[lead.end() :] if lead else rest
    if particle := _PARTICLE.match(rest):
        rest = rest[particle.end() :]
    if addressee := _ADDRESSEE.match(rest):
        behind = rest[addressee.end() :].strip()
        topic = _TOPICS.match(behind)
        rest = behind[topic.end() :] if topic else behind or rest
    stop = _STOP.search(f" {rest} ")
    return rest[: max(0, stop.start() - 1)] if stop and stop.start() > 1 else rest if not stop else ""


_ASKED = re.compile(
    r".{0,40}?\b(?:asked|asking|instructed|instructing|tasked|tasking|directed|directing|invited|requested|"
    r"mandated)\b[^.;]{1,120}? to (?=\w)",
    re.IGNORECASE,
)
_NO_THING = frozenset("how that this it them what why whether more so you us everything all".split())
_VERBS = (
    (Deliverable.LEGISLATION, re.compile(r"(?:be )?(?:legislat|enact|repeal|amend the|deddf)", re.IGNORECASE)),
    (
        Deliverable.REVIEW,
        re.compile(r"(?:be )?(?:review|evaluat|audit|count\b|inspect|investigat|adolyg|gwerthus)", re.IGNORECASE),
    ),
    (
        Deliverable.DOCUMENT,
        re.compile(r"(?:be )?(?:publish|report|writ|reply|respond|issu|cyhoedd|adrodd|ysgrifenn)", re.IGNORECASE),
    ),
    (
        Deliverable.FUND,
        re.compile(r"(?:be )?(?:fund|invest|paid|pay for|match\b|reimburs|subsidis|cyllid|ariann|buddsodd)", re.IGNORECASE),
    ),
    (
        Deliverable.EVENT,
        re.compile(r"(?:be )?(?:meet|host|conven|visit|cyfarfod|cwrdd|come back|be back|sit down)", re.IGNORECASE),
    ),
    (Deliverable.PROGRAMME, re.compile(r"(?:be )?(?:train|pilot|trial|hyffordd|peilot)", re.IGNORECASE)),
)
_VERB_DECIDES = re.compile(
    r"(?:be |now |also |further |fully |formally |then |\w+ly )*(?:review|evaluat|writ|reply|adolyg|gwerthus|ysgrifenn)",
    re.IGNORECASE,
)
_NO_KIND = re.compile(
    r"(?:be |now |also |\w+ly )*(?:consult|update|engage|talk|discuss|appoint|ymgynghor|trafod|penod|diweddar)", re.IGNORECASE
)
_NOT_A_THING = re.compile(
    r"(?:consultation|update|updates|curriculum|days|ymgynghoriad|diweddariad|cwricwlwm)\Z", re.IGNORECASE
)
_WRITTEN = re.compile(r"\b(?:written|ysgrifenedig)\b", re.IGNORECASE)


def _of_verb(action: str) -> Deliverable:
    return next((kind for kind, pattern in _VERBS if pattern.match(action)), Deliverable.OTHER)
