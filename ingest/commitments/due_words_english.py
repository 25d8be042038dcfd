"""English words of time, their rules and what stands before them (methods 5.4); does not look around them: `dues.py` does."""

import re

from corpus.commitment import Operator
from ingest.commitments.due_counts_english import COUNTS
from ingest.commitments.due_dates_english import DATES, PERIODS
from ingest.commitments.due_parts_english import ANY_CASE
from ingest.commitments.due_runs_english import RUNS
from ingest.commitments.due_terms_english import TERMS
from ingest.commitments.due_vague_english import VAGUE
from ingest.commitments.dues import Language

_SPAN = r"(?:whole|lifetime|life|course|duration|length|span|rest|remainder)"
ENGLISH = Language(
    rules=(*COUNTS, *RUNS, *DATES, *TERMS, *PERIODS, *VAGUE),
    operators=(
        (
            Operator.FROM,
            re.compile(r"\b(?:not before|no earlier than|no sooner than|not until) \Z", ANY_CASE),
        ),
        (
            Operator.BY,
            re.compile(
                r"\b(?:by|on or before|before|by the time of|by no later than|no later than|not later than|"
                r"by not later than|ahead of|within|"
                r"inside|this side of|in time for|in good time for|ready for|in advance of|prior to|well before|well ahead of|"
                r"by or before|(?:before|ahead of|in advance of|prior to) (?:the|their|our|its|his|her|my|that) (?:\w+ )?"
                r"(?:meeting|conference|summit|hearing|debate|deadline|vote|visit|event|launch|sitting) (?:on|of|in))"
                r"(?: or before)?(?: at the latest)? \Z",
                ANY_CASE,
            ),
        ),
        (
            Operator.FROM,
            re.compile(
                r"\b(?:with effect from|backdated to|starting from|starting in|starting on|starting with|beginning in|"
                r"beginning on|"
                r"beginning with|starting|beginning|commencing|as from|as of|from|since|after|beyond|come) \Z",
                ANY_CASE,
            ),
        ),
        (
            Operator.UNTIL,
            re.compile(
                r"\b(?:between (?:now|today|this) and|right up to|right up until|up until|up to|until at least|"
                r"right through to|through to|"
                r"until|till|through|to) \Z",
                ANY_CASE,
            ),
        ),
        (
            Operator.ON,
            re.compile(
                rf"\b(?:(?:in|during|over|for|within|throughout|across) the {_SPAN} of|"
                r"(?:in|for|over|during|across) each of|between|over the course of|"
                r"in the course of|at some (?:point|time|stage) (?:in|during|over)|some ?time (?:in|during|over)|in|on|at|"
                r"during|over|across|throughout|for|later in|towards|around|in or around|of) \Z",
                ANY_CASE,
            ),
        ),
    ),
    not_behind=re.compile(r"\b(?:each|every|most|last|previous|past|alternate|recent|all|these|those) \Z", ANY_CASE),
    not_before=re.compile(r"'s\b|s'(?= )|-[a-z]"),
    hint=re.compile(
        r"\d|(?-i:January|Jan|February|Feb|March|April|May|June|July|August|Aug|Sept|October|Oct|Nov|Dec|Christmas|Easter|"
        r"David|Dwynwen|Stephen|Night|Halloween|Whitsun|Michaelmas|Pancake|Remembrance)|day\b|week|month|year|term\b|spring|"
        r"summer|autumn|winter|shortly|soon|"
        r"in due course|"
        r"time\b|later|coming|future|stage\b|phase\b|possible|opportunity|convenience|delay|quickly|recess|holiday|break|"
        r"hour|days\b|now\b|then\b|after\b|w/c|immediate|imminent|tomorrow|this (?:afternoon|evening|morning)|tonight|"
        r"today|senedd|assembly|government|"
        r"administration|decade|fortnight|quarter|eenth\b|twent|thirt|straight|at once|forthwith|long\b|election|returns?\b|"
        r"rises?\b|back\b|resume|within",
        ANY_CASE,
    ),
    only_behind=frozenset(
        {"year", "period", "hours", "working-days", "vague-recess", "weekday", "financial-year", "poll", "day-only"}
    ),
    lasting=frozenset({"for", "of", "from", "after", "since", "on", "at", "throughout", "to", "until"}),
)
