"""Follow-up: a question that leans on the one before, rewritten so that it stands alone; does not answer or keep a dialogue.

Rules, in English and Welsh, each tried in turn: a bare question word ("Since when?"), another case of what was asked ("And for
special schools?"), a pronoun for its subject ("When does that start?"). What stands alone is left as it is; the rewritten
question is shown, so that a person can put it right.
"""

import re
from typing import NamedTuple

from corpus.bodies import bodies, bodies_named
from corpus.mutation import beginnings
from search_api.question.follow_up_words import (
    BARE,
    CASE,
    LEADING,
    LEANING,
    OF_A_TEXT,
    POINTS_BACK,
    PRONOUNS,
    THING_NAMED,
    WORDS,
    Pronoun,
)
from search_api.question.subject import Subject, subject_of


class Leaning(NamedTuple):
    """A question that stands alone, and how it leant on the one before."""

    text: str
    why: str


def rewrite(text: str, after: str, language: str) -> Leaning | None:
    """A follow-up so that it stands alone: `("Is it statutory?", "What is the uniform guidance?")` -> "Is the uniform guidance
    statutory?"; None where it stands alone, or where the question before names no subject.
    """
    subject = subject_of(after, language)
    return (
        _bare(text, after, language)
        or _another_case(text, after, language, subject)
        or _pronoun(text, after, language, subject)
        or _and_then(text, language, subject)
    )


def _bare(text: str, after: str, language: str) -> Leaning | None:
    """`Since when?`: the question word, and the question before behind it."""
    if not BARE[language].fullmatch(text):
        return None
    asked = _capital(_without_lead(text, language)).rstrip(" ?.!") + "?"
    return Leaning(f"{asked} {after}", WORDS[language]["bare"])


def _another_case(text: str, after: str, language: str, subject: Subject | None) -> Leaning | None:
    """`And for special schools?`, `What about governors?`: the question before, of another body, time or thing."""
    match = CASE[language].fullmatch(text)
    if match is None:
        return None
    groups = match.groupdict()
    case = next(value for name, value in groups.items() if name.startswith("case") and value).strip()
    if POINTS_BACK.fullmatch(case):
        return None
    case = _unmutated(case) if language == "cy" else case
    tie = next((value.casefold() for name, value in groups.items() if name.startswith("tie") and value), "")
    bodies = bodies_named(case, language)
    if bodies and bodies[0].span.end - bodies[0].span.start >= len(case) - 12:
        changed = _instead(after, case, language)
        if changed:
            return Leaning(changed, WORDS[language]["instead"].format(case=case))
    elif re.search(r"\b(?:19|20)\d\d\b", case) and (old := _TIME[language].search(after)):
        tied = case if re.match(_TIED[language], case, re.IGNORECASE) else f"{tie or WORDS[language]['in']} {case}"
        return Leaning(after[: old.start()] + tied + after[old.end() :], WORDS[language]["instead"].format(case=case))
    elif subject and (changed := _same_head(after, case, subject)):
        return Leaning(changed, WORDS[language]["instead"].format(case=case))
    stem = after.rstrip(" ?.!")
    tied = f"{tie} {case}" if tie else f"{WORDS[language]['case']} {case}"
    return Leaning(f"{stem}, {tied}?", WORDS[language]["also"].format(case=case))


_TIME = {
    "en": re.compile(
        r"\b(?:in|on|since|by|before|during|for) (?:the )?(?:[A-Z][a-z]+ )?(?:\d{1,2} [A-Z][a-z]+ )?(?:19|20)\d\d(?:-\d\d)?\b"
    ),
    "cy": re.compile(r"\b(?:yn|ym|ers|erbyn|cyn) (?:mis )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d(?:-\d\d)?\b"),
}
_TIED = {"en": r"(?:in|on|since|by|before|during|for)\b", "cy": r"(?:yn|ym|ers|erbyn|cyn)\b"}


def _unmutated(case: str) -> str:
    """A body as its name is written alone: `lywodraethwyr`, after "am", is `llywodraethwyr`."""
    for one in bodies_named(case, "cy")[:1]:
        names = bodies()[one.body].aliases["cy"]
        plain = next((name for name in names if case.casefold() in (form.casefold() for form in beginnings(name))), None)
        return plain or case
    return case


def _instead(after: str, case: str, language: str) -> str | None:
    """The question before with the body it names first changed for another, where both are one or both are many."""
    named = [one for one in bodies_named(after, language) if not THING_NAMED.match(after[one.span.end :])]
    if not named or language == "cy":  # a Welsh name mutates with the word before it
        return None
    start, end = named[0].span
    old = after[start:end]
    if old.endswith("s") != case.endswith("s"):
        return None
    article = re.search(r"\b(?:the|an?|our|my|all|every|each) $", after[:start], re.IGNORECASE)
    if article and re.match(r"(?:the|an?|our|my|all|every|each)\b", case, re.IGNORECASE):
        start = article.start()
    return after[:start] + (_capital(case) if start == 0 else case) + after[end:]


def _same_head(after: str, case: str, subject: Subject) -> str | None:
    """`What about the uniform guidance?` after a question on the attendance guidance: one guidance for the other."""
    if case.rsplit(maxsplit=1)[-1].casefold() != subject.text.split()[-1].casefold():
        return None
    article = re.match(r"(?:the|an?|our|y|yr) ", subject.text, re.IGNORECASE)
    new = case if not article or re.match(r"(?:the|an?|our|y|yr) ", case, re.IGNORECASE) else article[0] + case
    return after.replace(subject.text, new, 1) if subject.text in after else None


def _pronoun(text: str, after: str, language: str, subject: Subject | None) -> Leaning | None:
    """`When does that start?`: the subject of the question before in place of every pronoun."""
    words = _without_lead(text, language)
    read: list[str] = []
    for pronoun in PRONOUNS[language]:
        match = pronoun.pattern.search(words)
        if match is None or (not read and _has_its_own(words[: match.start("it")], pronoun, language)):
            continue
        meant = _meant(after, language, subject, match, pronoun)
        if meant is None or meant.casefold() in words.casefold():
            continue
        read.append(WORDS[language]["pronoun"].format(it=match["it"] or f"{match[0]}'n", meant=meant))
        words = _fitted(words, match, meant, pronoun, language)
    return Leaning(_with_its_time(_capital(words), after, language), "; ".join(read)) if read else None


def _meant(after: str, language: str, subject: Subject | None, match: re.Match[str], pronoun: Pronoun) -> str | None:
    """What a pronoun stands for: people for "they", where the question before names some; else its subject."""
    of_a_text = OF_A_TEXT[language].match(match.string[match.end() :])
    if pronoun.plural and not of_a_text:
        named = [
            after[slice(*one.span)] for one in bodies_named(after, language) if not THING_NAMED.match(after[one.span.end :])
        ]
        many = [name for name in named if name.endswith("s") or language == "cy"]
        if many:
            return many[0]
    if subject is None or (pronoun.plural and language == "en" and not subject.text.endswith("s")):
        return None
    noun = (match.groupdict().get("noun") or "").casefold()
    return subject.text if noun.rstrip("s") in subject.text.casefold() else None


def _has_its_own(before: str, pronoun: Pronoun, language: str) -> bool:
    """Whether something that a pronoun could stand for is named before it, in its own question."""
    if (pronoun.plural or pronoun.possessive) and bodies_named(before, language):
        return True
    own = LEANING[language]["own"].search(before) if not pronoun.plural else LEANING[language]["own_many"].search(before)
    return own is not None


def _fitted(text: str, match: re.Match[str], meant: str, pronoun: Pronoun, language: str) -> str:
    start, end = match.span("it")
    if pronoun.possessive:
        owner = f"{meant}'" if meant.endswith("s") else f"{meant}'s"
        return text[:start] + owner + text[end:]
    if language == "en":
        if match.groupdict().get("noun"):
            end = match.end("noun")
        return text[:start] + meant + text[end:]
    return _welsh(text[:start], meant, text[end:])


def _welsh(before: str, meant: str, behind: str) -> str:
    """Welsh words joined: `yw` + `y canllawiau` + `'n statudol` -> `yw'r canllawiau yn statudol`."""
    article = re.match(r"(?:y|yr) ", meant)
    head = before.rstrip()
    if article and head and head[-1].casefold() in "aeiouwyâêîôûŵŷ":
        joined = f"{head}'r {meant[article.end() :]}"
    else:
        joined = f"{head} {meant}" if head else meant
    behind = re.sub(r"^'n\b", " yn", behind)
    return joined + (behind if behind.startswith((" ", "?", ".", ",")) or not behind else f" {behind}")


def _with_its_time(text: str, after: str, language: str) -> str:
    """A question about the past keeps the time of the question before, where it names none itself."""
    time = _TIME[language].search(after)
    if time is None or _TIME[language].search(text) or not LEANING[language]["past"].match(text):
        return text
    return f"{text.rstrip(' ?.!')} {time[0]}?"


def _and_then(text: str, language: str, subject: Subject | None) -> Leaning | None:
    """`And who pays?`: begins as a follow-up does, and names nothing of its own."""
    match = LEADING[language].match(text)
    if match is None or subject is None:
        return None
    rest = _without_lead(text, language)
    if subject_of(rest, language) is not None or bodies_named(rest, language):
        return None
    stem = _capital(rest).rstrip(" ?.!")
    return Leaning(f"{stem}, {WORDS[language]['case']} {subject.text}?", WORDS[language]["also"].format(case=subject.text))


def _without_lead(text: str, language: str) -> str:
    """A question without "and" before it, which in Welsh changes the word behind: `A phwy` -> `pwy`."""
    rest = LEADING[language].sub("", text)
    return re.sub(r"^ph(?=wy|am|ryd|a )", "p", rest) if language == "cy" else rest


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
