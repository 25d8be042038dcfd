"""Months, numbers and parts as English words of time have them; reads none."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august aug",
            "september sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS = {
    word: number for number, word in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"one": 1, "an": 1, "next": 1, "eighteen": 18}
PARTS = {
    "end": "end",
    "close": "end",
    "latter part": "end",
    "late": "end",
    "late in": "end",
    "later in": "end",
    "start": "start",
    "beginning": "start",
    "early part": "start",
    "early": "start",
    "early in": "start",
    "turn": "start",
    "middle": "middle",
    "mid": "middle",
    "first half": "first half",
    "second half": "second half",
    "first week": "first week",
    "last week": "last week",
    "remainder": "rest",
    "rest": "rest",
}
THE = frozenset({"", "the", "that", "our", "your"})
