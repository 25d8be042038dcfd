"""What Welsh clauses promise, predict or tell of others: `byddaf yn`, `bydd`, `caiff`, `cyhoeddir` (methods 5.3)."""

import re

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard_welsh import AD, Heard, act, of_another, pattern
from ingest.commitments.speech_welsh import MUST
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_welsh import BINDING, GOVERNMENT, IMPERSONAL, PRESENT, TALK, THINGS, THIRD

FIRST = pattern(
    rf"(?P<not>ni fydd|fydd|ni |na )?(?:fe |mi )?(?:b|f)ydd(?P<who>af(?: i)?|a i|"
    rf"wn(?: ni)?)(?: {AD})*,?(?P<neg> ddim)? ?(?P<yn>'n|yn|"
    rf"wedi)(?: {AD})* (?P<rest>.*)"
)
SHORT_FIRST = pattern(r"(?:fe |mi )?(?P<verb>[^\W\d_]{2,}(?:af|wn|of|i)) (?:i |ni )?(?P<rest>.*)")
FORMS = re.compile(
    r"(?:gwnaf|wnaf|gwnawn|wnawn|rhof|rof|rhown|rown|ddof|ddown|[^\W\d_]{3,}(?:af|wn)|dof|down)\Z", re.IGNORECASE
)
BYDD = pattern(
    rf"(?P<not>ni |na )?(?:fe |mi )?(?:b|f)ydd(?:ant)? (?P<subject>[^;.]{{1,160}}?)(?: {AD})*(?: ddim)?(?:'n| yn|"
    rf" ar)(?: {AD})* (?P<rest>.*)"
)
BYDD_PASSIVE = pattern(
    r"(?P<not>ni |na )?(?:fe |mi )?(?:b|f)ydd(?:ant)? (?P<subject>[^;.]{1,160}?)(?P<rest>(?: ddim)?(?:'n| yn) cael (?:ei|eu|"
    r"'i|'u) [\w-]+.*)"
)
BYDD_DONE = pattern(
    r"(?P<not>ni |na )?(?:fe |mi )?(?:b|f)ydd(?:ant)? (?P<subject>[^;.]{1,160}?)(?P<rest> wedi(?:'i|'u| cael (?:ei|"
    r"eu)) [\w-]+.*)"
)
"""`bydd y contract wedi'i lofnodi`: a promise where it names a time to come."""
DO = pattern(r"(?:fe |mi )?(?:g?wnawn|g?wnaf) (?:i |ni )?(?P<rest>(?P<verb>[\w-]+)\b.*)")
"""`mi wnawn ni ariannu …`: what we will do, in the words of speech."""
CAIFF = pattern(
    r"(?P<not>ni |na )?(?:fe |mi )?(?:c|ch|g)(?:aiff|ânt)(?: |'r )(?P<subject>[^;.]{0,160}?) ?(?P<rest>(?:ei|eu) [\w-]+.*)"
)
FRONTED = pattern(r"(?P<subject>[^,;.]{2,60}?) (?:a )?fydd(?:'n| yn) (?P<rest>.*)")
"""`Llywodraeth Cymru fydd yn talu`: who is to do it, said first."""
BARE = pattern(r"(?:b|f)ydd(?:'n| yn| ar)(?: [\w']+)? (?P<rest>.*)")
DAW = pattern(r"(?P<not>ni |na )?(?:daw|ddaw)(?: |'r )(?P<subject>[^;.]{1,120}?) (?P<rest>(?:i rym|i ben|yn weithredol).*)")


def is_first_person(heard: Heard) -> Verdict | None:
    """Rule 8: `byddaf yn …`, `byddwn yn …`."""
    found = FIRST.match(heard.text)
    if not found:
        return None
    if not heard.voice.binds:
        return of_another(heard, "ni", found["rest"])
    if (found["yn"] == "wedi" and not heard.ahead) or TALK.match(found["rest"]):
        return Verdict(kind=Kind.OTHER, rule="cy-will-no-act")
    return act(
        "cy-first-person",
        heard,
        found["rest"],
        Form.FIRST_PERSON,
        "ni",
        negative=bool(found["not"] or found["neg"]),
        at=found.start("rest"),
    )


def is_short_first(heard: Heard) -> Verdict | None:
    """`Cyhoeddaf …`, `Gwnaf ddatganiad …`, `mi wnawn ni ariannu …`: the short future."""
    does = DO.match(heard.text) if heard.voice.binds else None
    if does and does["verb"].casefold() in BINDING:
        return act("cy-first-person-do", heard, does["rest"], Form.FIRST_PERSON, "ni", negative=False, at=does.start("rest"))
    found = SHORT_FIRST.match(heard.text)
    if not found or not heard.voice.binds or not FORMS.match(found["verb"]) or found["verb"].casefold() in PRESENT:
        return None
    if not (THINGS.search(heard.text) or heard.ahead):
        return None
    rest = f"{found['verb'].strip()} {found['rest']}".strip()
    return Verdict(
        kind=Kind.COMMITMENT, rule="cy-first-person-short", form=Form.FIRST_PERSON, strength=Strength.FIRM, subject="ni",
        action=rest.strip(" .;,"), action_at=heard.at,
    )  # fmt: skip


def is_passive(heard: Heard) -> Verdict | None:
    """Rule 9: `bydd … yn cael ei gyhoeddi`, `caiff …`, `daw … i rym`."""
    found = BYDD_PASSIVE.match(heard.text) or CAIFF.match(heard.text) or DAW.match(heard.text)
    found = found or (BYDD_DONE.match(heard.text) if heard.ahead else None)
    if not found:
        return None
    subject = found["subject"].strip()
    if heard.voice is Voice.MINISTER and re.match(r"(?:unrhyw|un|neb|yr un)\b", subject, re.IGNORECASE):
        return act("cy-none", heard, found["rest"].strip(), Form.AGENTLESS, subject, negative=True, at=found.start("rest"))
    if re.search(r" gan (?:yr? |bob )?(?:ysgol|awdurdod|Estyn|gorff|gyrff|banel|Cymwysterau)", found["rest"]) or (
        THIRD.match(subject) and not _is_made(found["rest"])
    ):
        return Verdict(
            kind=Kind.THIRD_PARTY_UNDERTAKING, rule="cy-passive-other", subject=subject, action=found["rest"].strip()
        )
    known = THINGS.search(subject) or _is_name(subject) or heard.voice is Voice.MINISTER
    if subject.casefold() in {"hyn", "hynny"} or not heard.voice.binds or not known:
        return None
    if heard.voice is Voice.DOCUMENT and not re.search(
        r"\b(?:hyn|hwn|hon|pellach|newydd|diwygiedig|ein|Llywodraeth)\b", subject
    ):
        return None
    return act(
        "cy-passive", heard, found["rest"].strip(), Form.AGENTLESS, subject, negative=bool(found["not"]), at=found.start("rest")
    )


def is_impersonal(heard: Heard) -> Verdict | None:
    """Rule 9: `cyhoeddir …`."""
    found = IMPERSONAL.match(re.sub(r"^(?:fe |mi |ni |na |fe'[iu] |mi'[iu] )", "", heard.text, flags=re.IGNORECASE))
    if not found or not found["verb"].casefold().endswith(("ir", "er")) or not heard.voice.binds:
        return None
    if re.search(r"\bgan (?:yr? |bob )?(?:ysgol|awdurdod|Estyn|gorff|gyrff|banel|Cymwysterau)", heard.text):
        return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule="cy-passive-other", action=heard.text)
    if heard.voice is Voice.DOCUMENT and not heard.ahead:
        return None
    rest = heard.text[heard.text.find(found["verb"]) :]
    if not (THINGS.search(rest) or heard.ahead or heard.voice is Voice.MINISTER):
        return None
    negative = bool(re.match(r"(?:ni|na)\b", heard.text, re.IGNORECASE))
    return act("cy-impersonal", heard, rest, Form.AGENTLESS, "", negative=negative, at=heard.text.find(found["verb"]))


def is_bydd(heard: Heard) -> Verdict | None:
    """Rules 5, 6, 8 and 11: `bydd …`, by who is its subject."""
    found = BYDD.match(heard.text)
    if not found:
        return _fronted(heard)
    subject, rest = found["subject"].strip(), found["rest"]
    if GOVERNMENT.match(subject):
        return _by_government(heard, found)
    if re.match(r"(?:hyn|hynny|hwn|hon|y rhain|rhain)\b", subject):
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="cy-this-will")
    none = found["not"] and re.match(r"(?:yr un|neb|dim un|unrhyw)\b", subject)
    every = re.match(r"(?:pob|holl|yr holl)\b", subject) and re.match(r"(?:derbyn|cael) (?!gwell|ei\b|eu\b)", rest)
    if heard.voice is Voice.MINISTER and (every or none):
        return _will(heard, "cy-none" if none else "cy-every", Form.AGENTLESS, found)
    if THIRD.match(subject) or re.match(r"(?:hwy|nhw|ef|hi)\b", subject):
        return _by_others(subject, rest)
    return _of_thing(heard, found)


def _fronted(heard: Heard) -> Verdict | None:
    """`Llywodraeth Cymru fydd yn talu`, and `bydd ar agor` of what was named before."""
    found = FRONTED.match(heard.text)
    if found and heard.voice.binds and (GOVERNMENT.match(found["subject"]) or re.fullmatch(r"f?i|ni", found["subject"])):
        return act("cy-fronted", heard, found["rest"], Form.NAMED, found["subject"], negative=False, at=found.start("rest"))
    bare = BARE.match(heard.text) if heard.ahead and heard.voice is Voice.MINISTER else None
    if bare and not MUST.match(heard.text):
        return act("cy-scheduled", heard, bare["rest"], Form.SCHEDULED, "", negative=False, at=0)
    return None


def _by_others(subject: str, rest: str) -> Verdict:
    """Rule 11: what others will do, or will gain."""
    if re.match(r"(?:gallu|medru|elwa|teimlo|gwybod|gweld)\b", rest):
        return Verdict(kind=Kind.OUTCOME_CLAIM, rule="cy-others-will-gain")
    return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule="cy-third-party", subject=subject, action=rest)


def _by_government(heard: Heard, found: re.Match[str]) -> Verdict | None:
    if heard.voice in {Voice.ADVISER, Voice.OTHER} or TALK.match(found["rest"]):
        return Verdict(kind=Kind.OTHER, rule="cy-of-government")
    return _will(heard, "cy-government", Form.NAMED, found)


def _of_thing(heard: Heard, found: re.Match[str]) -> Verdict | None:
    """`Bydd y cynllun yn dechrau …`; what a thing will do is a claim."""
    subject = found["subject"].strip()
    signed = heard.voice is Voice.MINISTER and heard.ahead
    known = THINGS.search(subject) or _is_name(subject) or signed
    if not heard.voice.binds or heard.voice is Voice.DOCUMENT or not known:
        return None
    if _HAPPENS.match(found["rest"]):
        return _will(heard, "cy-scheduled", Form.SCHEDULED, found)
    return Verdict(kind=Kind.OUTCOME_CLAIM, rule="cy-thing-will")


def _will(heard: Heard, rule: str, form: Form, found: re.Match[str]) -> Verdict | None:
    return act(rule, heard, found["rest"], form, found["subject"].strip(), negative=bool(found["not"]), at=found.start("rest"))


_HAPPENS = pattern(
    r"(?:gael|dechrau|cychwyn|agor|dod i rym|dod i ben|weithredol|cyfarfod|digwydd|mynd rhagddo|statudol|orfodol|"
    r"rhad ac am ddim|ei le|cael ei|cael eu|parhau|ymddangos|agored|agor|cyrraedd|ailagor|ailddechrau|para|dal|codi|"
    r"cynyddu|symud|ymestyn|dilyn|barod|mynd|dyblu|eu swyddi|ei (?:swydd|le)|eu lle)\b"
)


def _is_made(rest: str) -> bool:
    return bool(re.search(r"(?:sefydlu|greu|chreu|benodi|phenodi|lansio)", rest))


def _is_name(subject: str) -> bool:
    return len(re.findall(r"\b[A-ZŴŶÂÊÎÔÛ]\w+", subject)) >= 2
