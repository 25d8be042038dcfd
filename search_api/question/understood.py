"""Understood: a question as it was read, each part with the words it was read from, so that a person can put it right.

Pure rules, in English and Welsh (methods 2.3). Does not search, and changes no filter: `question.py` does.
"""

from dataclasses import dataclass
from datetime import date

from corpus.bodies import bodies_named
from corpus.publication import PublicationType
from search_api.question.asker import actor_of, asker_of
from search_api.question.elsewhere import elsewhere
from search_api.question.kind import Kind, read_kind
from search_api.question.parts import parts_of
from search_api.question.periods import Period, periods_in
from search_api.question.scope import Scope, ScopeRead, read_scope
from search_api.question.series import series_named
from search_api.question.thesaurus import across, other_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question as read. Words are the question's own; they are empty for what the person set."""

    kind: Kind = Kind.OTHER
    kind_words: str = ""
    scope: Scope = Scope.CURRENT
    scope_words: str = ""
    as_of: date | None = None
    """The day of scope AS_OF."""
    actor: str | None = None
    """The body whose duty is asked about, by its id in `corpus.bodies`."""
    actor_words: str = ""
    asker: str | None = None
    """The body of whoever asks, where the question says so."""
    asker_words: str = ""
    bodies: tuple[str, ...] = ()
    """Every body named, in order, by its id."""
    periods: tuple[Period, ...] = ()
    types: tuple[PublicationType, ...] = ()
    """Kinds of publication asked for by name."""
    elsewhere: str = ""
    """The words that name another nation's system."""
    also: tuple[str, ...] = ()
    """Other words for what was asked, in its own language."""
    across: tuple[str, ...] = ()
    """What was asked, in words of the other language."""
    parts: tuple[str, ...] = ()
    """The questions in it, each so that it stands alone, where it asks more than one thing."""
    corrected: tuple[str, ...] = ()
    """Which of kind, actor, scope and as_of the person set."""


def understand(
    text: str,
    language: str,
    *,
    today: date,
    kind: Kind | None = None,
    actor: str | None = None,
    scope: Scope | None = None,
    as_of: date | None = None,
) -> Understood:
    """A question read; what is given stands as given. A day given means AS_OF, whatever scope is."""
    cue = read_kind(text, language)
    periods = periods_in(text, language, today=today)
    read = read_scope(text, language, periods, kind=kind or cue.kind, today=today)
    settled = _settled(read, periods, scope=scope, as_of=as_of, today=today)
    asker = asker_of(text, language)
    owing = actor_of(text, language, asker)
    given = {"kind": kind, "actor": actor, "scope": scope, "as_of": as_of}
    return Understood(
        kind=kind or cue.kind,
        kind_words="" if kind else cue.words,
        scope=settled.scope,
        scope_words=settled.words,
        as_of=settled.as_of,
        actor=actor or owing.body,
        actor_words="" if actor else owing.words,
        asker=asker.body,
        asker_words=asker.words,
        bodies=tuple(dict.fromkeys(one.body for one in bodies_named(text, language))),
        periods=periods,
        types=series_named(text, language),
        elsewhere=elsewhere(text, language),
        also=other_words(text, language),
        across=across(text, language),
        parts=parts_of(text, language),
        corrected=tuple(name for name, value in given.items() if value is not None),
    )


def _settled(
    read: ScopeRead, periods: tuple[Period, ...], *, scope: Scope | None, as_of: date | None, today: date
) -> ScopeRead:
    """The scope in use: a day given, else a scope given, else what was read."""
    if as_of is not None:
        return ScopeRead(Scope.AS_OF, "", as_of)
    if scope is Scope.AS_OF:
        past = [one for one in periods if date.min < one.first <= today]
        day = read.as_of or (min(past[0].last, today) if past else None)
        return ScopeRead(Scope.AS_OF, past[0].words if past else "", day)
    return ScopeRead(scope, "", None) if scope is not None else read
