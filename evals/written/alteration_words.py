"""The words that alterations swap: months, numbers, bodies, people, ties of dates, modals; knows nothing of the verifier."""

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten".split(),
    "cy": "dau tri pedwar pump chwech saith wyth naw deg".split(),
}
BODIES = {
    "en": (
        "Estyn|the Education Workforce Council|Qualifications Wales|local authorities|governing bodies|"
        "the National Coherence Group|headteachers|"
        "schools|the Welsh Government|parents|Medr|Adnodd|health boards|diocesan authorities"
    ).split("|"),
    "cy": "Estyn|Cymwysterau Cymru|awdurdodau lleol|cyrff llywodraethu|penaethiaid|ysgolion|Llywodraeth Cymru|rhieni".split(
        "|"
    ),
}
PEOPLE = ("Carys Ellwood", "Idris Penhallow", "Nest Corbett", "Meilyr Tanner")
TIES = {
    "en": {
        "by": ["from", "after"],
        "from": ["until", "before"],
        "until": ["from", "after"],
        "before": ["after", "from"],
        "after": ["before", "by"],
        "since": ["until", "before"],
        "on": ["by", "before", "after"],
        "in": ["before", "after", "by"],
    },
    "cy": {
        "erbyn": ["ers", "ar ôl"],
        "o": ["hyd"],
        "tan": ["ers", "ar ôl"],
        "cyn": ["ar ôl"],
        "ar": ["cyn", "erbyn"],
        "ym": ["cyn"],
        "yn": ["cyn"],
    },
}
MODALS = {
    "en": {
        "must": ["should", "may", "will"],
        "should": ["must", "may", "will"],
        "may": ["must", "should", "will"],
        "can": ["must", "should"],
        "will": ["may", "must", "should"],
        "need to": ["may", "will"],
        "is to": ["may"],
        "are to": ["may"],
        "was to": ["must"],
    },
    "cy": {
        "rhaid i": ["caiff", "gall"],
        "Rhaid i": ["Caiff", "Gall"],
        "Dylai": ["Rhaid i", "Caiff"],
        "dylai": ["rhaid i", "caiff"],
        "Bydd": ["Dylai", "Gall"],
    },
}
AUXILIARY = r"must|should|may|can|will|is|are|was|were|has|have|had"
