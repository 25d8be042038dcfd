"""Months, numbers and parts as Welsh words of time have them; reads none."""

MONTHS = {
    name: (number, names.split()[0])
    for number, names in enumerate(
        (
            "ionawr",
            "chwefror",
            "mawrth fawrth",
            "ebrill",
            "mai fai",
            "mehefin fehefin",
            "gorffennaf orffennaf ngorffennaf",
            "awst",
            "medi fedi",
            "hydref",
            "tachwedd dachwedd nhachwedd",
            "rhagfyr ragfyr",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    day: number
    for number, names in enumerate(("llun", "mawrth fawrth", "mercher fercher", "iau", "gwener wener", "sadwrn", "sul"))
    for day in names.split()
}
PARTS = {
    "dechrau": "start",
    "ddechrau": "start",
    "nechrau": "start",
    "yn gynnar": "start",
    "canol": "middle",
    "ganol": "middle",
    "nghanol": "middle",
    "hanner cyntaf": "first half",
    "ail hanner": "second half",
    "wythnos gyntaf": "first week",
    "ail wythnos": "second week",
    "drydedd wythnos": "third week",
    "trydedd wythnos": "third week",
    "wythnos olaf": "last week",
    "diwrnod cyntaf": "first day",
    "ddiwrnod cyntaf": "first day",
    "diwrnod olaf": "last day",
    "ddiwrnod olaf": "last day",
}
SEASONS = {
    "gwanwyn": "spring",
    "ngwanwyn": "spring",
    "wanwyn": "spring",
    "haf": "summer",
    "hydref": "autumn",
    "gaeaf": "winter",
    "ngaeaf": "winter",
    "aeaf": "winter",
}
NUMBERS = {
    "un": 1,
    "dau": 2,
    "ddau": 2,
    "dwy": 2,
    "ddwy": 2,
    "tri": 3,
    "dri": 3,
    "tair": 3,
    "dair": 3,
    "pedwar": 4,
    "bedwar": 4,
    "pedair": 4,
    "bedair": 4,
    "pum": 5,
    "bum": 5,
    "chwe": 6,
    "saith": 7,
    "wyth": 8,
    "naw": 9,
    "deg": 10,
    "ddeg": 10,
    "deuddeg": 12,
    "ddeuddeg": 12,
    "ugain": 20,
}
UNITS = {
    "diwrnod": "day",
    "ddiwrnod": "day",
    "dydd": "day",
    "wythnos": "week",
    "wythnosau": "week",
    "mis": "month",
    "fis": "month",
    "misoedd": "month",
    "blynedd": "year",
    "mlynedd": "year",
    "flynedd": "year",
    "blwyddyn": "year",
    "flwyddyn": "year",
    "pythefnos": "fortnight",
    "bythefnos": "fortnight",
    "deufis": "two months",
    "ddeufis": "two months",
    "trimis": "three months",
    "hanner blwyddyn": "half year",
}
