"""Cue words of Welsh questions by kind, mutations and all, in the order they are tried; does not read a question.

The same tables as `kind_cues`. Words that mutate are listed by their dictionary form and spread by `corpus.mutation`.
"""

from corpus.mutation import any_of

_AUX = (
    r"(?:a|ydy|ydi|ydyw|yw|ydw|ydych|ydyn|ydym|yden|oes|oedd|oeddem|fydd|bydd|fyddai|byddai|fyddwn|gawn|caf|ga|"
    r"gaf|gaiff|gafodd|all|gall|allwn|allaf|allan|ddylai|ddylem|ddylen|ddyliwn|ddylwn|ddylid|dylai|dylem|dylid|"
    r"fedrwn|fedra|fu|wnaeth|ddaeth|does|dyw|onid|oni|rhaid|orfod|ellir|gellir|cheir|geir|ceir|mae|maen|sydd)\b"
)
_MODAL = (
    rf"\b(?P<cue>rhaid|raid|"
    rf"{any_of('gorfod gorfodol dyletswydd dyletswyddau gofyniad gofynion gofynnol statudol cyfreithiol rhwymo rhwymol')}|"
    rf"anstatudol|yn ôl y gyfraith|{any_of('cyfraith deddfwriaeth')}|d?dd?yl(?:ai|em|en|id|wn|iwn|ech)|"
    rf"{any_of('caniateir caniatáu')}|hawl|hawliau|{any_of('disgwyl disgwylir')}|ofyn(?:nir)?|gofynnir|angen|caiff|"
    rf"gaiff|caf|gaf|ga i|gawn|cawn|gellir|ellir|all|gall|allwn)\b"
)
_CHANGED = (
    rf"\b(?P<cue>wedi newid|newidi(?:odd|adau|wyd)|{any_of('gwahaniaeth gwahaniaethau gwahaniaethu gwahanol')}|"
    rf"{any_of('cymharu')}|o'i gymharu|o gymharu|{any_of('disodli disodlodd disodlwyd')}|cymr(?:yd|odd) lle|"
    rf"gymr(?:yd|odd) lle|(?:{any_of('datblygu tyfu')}) (?:ers|rhwng)|yn lle|{any_of('tyfu cynyddu gostwng')})\b"
)
PREAMBLES = (
    (
        r"^(?:helo|os gwelwch yn dda|diolch|ac|a|ond|felly|hefyd|wel)\b,? (?=(?:pryd|pwy|beth|pam|sut|faint|ble|"
        r"lle|sawl|pa|am|erbyn|i bwy)\b)"
    ),
    r"^(?:a )?(?:allwch|fedrwch|allech|gallwch) chi (?:ddweud|esbonio|egluro|gadarnhau)(?: wrth(?:yf i|ym ni|yf| i))?,? ",
    (
        r"^(?:dywedwch|esboniwch|eglurwch|rhowch wybod)(?: (?:wrth(?:yf i|yf|ym ni|ym)|i (?:mi|ni)))?,? (?=(?:pryd|"
        r"pwy|beth|pam|sut|faint|ble|a)\b)"
    ),
    r"^(?:hoffwn|hoffem|rwyf|rydw|dw|rydym)(?: i| ni)? (?:wybod|eisiau gwybod|am wybod|yn ansicr|ddim yn siŵr),? ",
    rf"^[^:?]{{3,160}}: (?=(?:pryd|pwy|beth|pam|sut|faint|ble|sawl|pa|erbyn|{_AUX})\b)",
    (
        rf"^(?:fel|os|pan|wrth|ar ôl|cyn|o dan|dan|yn|ym|yng|ar|am|ers|gyda|yn ôl|gan|i|rwy'n|dw i'n|"
        rf"rydym ni'n)\b(?! (?:bwy|ba|beth|pryd|faint|mhle)\b)[^?]{{2,200}}?, (?=(?:pryd|pwy|beth|pam|sut|faint|ble|"
        rf"sawl|pa|erbyn|{_AUX})\b)"
    ),
)
_WHICH = (
    ("when", rf"^(?:\w+ )?(?:pa|ba|mha) (?:{any_of('dyddiad diwrnod blwyddyn mis tymor')}|bryd|adeg|mor fuan)\b"),
    ("how_long", r"^(?:pa|ba) mor (?:aml|hir|bell|rheolaidd)\b|^(?:pa|ba) mor .{1,20}ymlaen llaw\b"),
    (
        "how_much",
        (
            rf"^(?:\w+ )?(?:pa|ba|mha) (?:{any_of('canran cyfran nifer swm cyllid cyllideb grant oedran cyfradd cost')}|"
            rf"mor (?:fawr|uchel|isel|fach))\b"
        ),
    ),
    (
        "who",
        (
            rf"^(?:\w+ )?(?:pa|ba|"
            rf"mha) (?:{any_of('corff cyrff gweinidog gweinidogion person pobl sefydliad sefydliadau')}|"
            rf"{any_of('grŵp pwyllgor awdurdod awdurdodau cyngor tîm')}|"
            rf"{any_of('ysgolion disgyblion dysgwyr athrawon penaethiaid llywodraethwyr partneriaid arolygwyr adran')})\b"
        ),
    ),
    ("where", rf"^(?:\w+ )?(?:pa|ba|mha) (?:{any_of('lle man sir ardal rhanbarth gwefan tudalen')})\b"),
    ("how", r"^(?:ym |o )?(?:pa|ba|mha) (?:ffordd|fodd)\b"),
    ("compare", r"^(?:pa|ba|mha)\b.*?" + _CHANGED),
    ("status", r"^(?:pa|ba|mha)\b.*?\b(?P<cue>mewn grym|yn dal|o hyd|cyfredol)\b"),
    (
        "list",
        (
            rf"^(?:\w+ )?(?:pa|ba|"
            rf"mha) (?:{any_of('camau blaenoriaethau meysydd pwyntiau ffactorau elfennau amcanion nodau')}|"
            rf"{any_of('risgiau categorïau newidiadau')}|"
            rf"{any_of('argymhellion materion egwyddorion rhannau meini pethau ffyrdd')}|"
            rf"{any_of('opsiynau mathau enghreifftiau rhwystrau pwerau ymrwymiadau')}|"
            rf"{any_of('themâu pynciau dogfennau cwestiynau canfyddiadau cyfrifoldebau polisïau')}|"
            rf"{any_of('grantiau heriau dau dwy tri tair pedwar pedair pump')})\b"
        ),
    ),
    ("must", r"^(?:pa|ba|mha)\b.*?" + _MODAL),
    ("other", r"^(?:\w+ )?(?:pa|ba|mha)\b"),
)
_WHAT = (
    ("status", r"^beth sy(?:'n|dd yn) (?:digwydd|mynd ymlaen) (?:gyda|efo|i|o ran|ynghylch|ynglŷn â)\b|^beth nesa[f]? i\b"),
    ("when", rf"^beth (?:yw|oedd|fydd|ydy)(?:'r|'n)? (?:{any_of('dyddiad')}|{any_of('diwrnod')}|terfyn amser|amserlen)\b"),
    ("how_long", rf"^beth (?:yw|oedd|fydd|ydy)(?:'r)? (?:{any_of('hyd cyfnod cylch')}|{any_of('cyfnod')} rhybudd|amlder)\b"),
    ("compare", r"^beth\b.*?" + _CHANGED),
    (
        "why",
        (
            rf"^beth (?:yw|oedd|ydy)(?:'r)? (?:prif )?(?:{any_of('rheswm rhesymau diben pwrpas rhesymeg achos')}|"
            rf"y tu ôl)\b|^beth sy'n (?:achosi|rhwystro|atal)\b"
        ),
    ),
    (
        "definition",
        (
            rf"^beth\b.*?\b(?P<cue>yn ei olygu|yn golygu|{any_of('golygu golygir')}|ystyr)\b|^beth (?:yw|ydy) ystyr\b|"
            rf"^beth sy'n cyfrif\b"
        ),
    ),
    (
        "how_much",
        (
            rf"^beth (?:yw|oedd|fydd|ydy)(?:'r)? (?:{any_of('canran cyfran nifer swm cyllideb cyllid cost cyfradd')}|"
            rf"{any_of('cyflog uchafswm isafswm oedran gwerth mwyaf lleiaf')})\b(?! pwysig)"
        ),
    ),
    (
        "status",
        (
            r"^beth (?:ddigwyddodd|sydd wedi digwydd|a ddigwyddodd|fu hanes|ddaeth o|yw'r sefyllfa|yw statws|"
            r"yw'r cynnydd|yw'r diweddaraf)\b|^beth\b.*?\bcynnydd\b"
        ),
    ),
    (
        "list",
        (
            rf"^beth (?:yw|oedd|ydy|fydd)(?:'r| y|"
            rf" yr)? (?:\w+ )?(?:{any_of('camau blaenoriaethau meysydd pwyntiau ffactorau elfennau amcanion nodau risgiau')}|"
            rf"{any_of('newidiadau argymhellion egwyddorion rhannau manteision rhwystrau pwerau')}|"
            rf"{any_of('ymrwymiadau themâu canfyddiadau cyfrifoldebau heriau')}|meini prawf)\b"
        ),
    ),
    ("must", r"^beth\b.*?" + _MODAL),
    ("list", rf"^beth (?:mae|fydd|oedd)\b.*?\b(?P<cue>{any_of('cynnwys cwmpasu')})\b|^beth arall\b"),
    ("how", r"^beth (?:yw|ydy)(?:'r)? (?:broses|drefn|weithdrefn|dull|ffordd)\b|^beth sy'n digwydd\b"),
    (
        "definition",
        (
            r"^beth (?:yw|ydy|ydi|oedd)(?:'r| y| yr| yn)? (?!.*\b(?:rôl|barn|safbwynt|sefyllfa|(?:polisi|cynllun|"
            r"canllawiau) (?:ar|am|ar gyfer))\b)(?:[\w'’-]+[ ?.!]*){1,5}$"
        ),
    ),
    ("other", r"^beth\b"),
)
_YES_OR_NO = (
    ("when", r",? (?:ac?|ac os felly,?) (?:erbyn )?(?:pryd|pa bryd)\b"),
    ("why", r",? (?:ac?|ac os felly,?) pam\b"),
    ("compare", r"\b(?:wedi'u newid|wedi cael eu newid|wedi disodli|wedi'i ddisodli|wedi'u disodli)\b|" + _CHANGED),
    ("status", r"^oes (?:yna )?(?:unrhyw )?(?:newyddion|ddiweddariad|gynnydd)\b"),
    ("status", r"\b(?:yn dal|o hyd|mewn grym|eto|eisoes|bellach|ar amser|yn gyfredol)\b"),
    ("must", _MODAL),
    ("status", r"\bwedi\b|^(?:a )?(?:gafodd|cafodd|fu|ddaeth|wnaeth)\b"),
    ("yes_no", rf"^(?:{_AUX})"),
)
LEADS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        r"(?:(?:erbyn|ers|tan|hyd|o|ar gyfer) )?(?:pryd|ba bryd|pa bryd)\b",
        (("when", r"^(?:[\w ]+ )??(?:pryd|ba bryd|pa bryd)\b"),),
    ),
    (r"(?:pam|paham)\b", (("why", r"^(?:pam|paham)\b"),)),
    (r"(?:(?:i|gan|gyda|ar|at|am|o|gyda) )?(?:pwy|bwy|mhwy)\b|(?:pwy|bwy|mhwy)'", (("who", r"^(?:\w+ )?(?:pwy|bwy|mhwy)\b"),)),
    (
        r"(?:i |o )?(?:ble|lle|ymhle|ym mhle)\b",
        (
            ("status", r"^(?:ble|lle) (?:mae|rydym|rydyn|ydyn|dan).*\b(?:arni|pethau|sefyll)\b"),
            ("where", r"^(?:i |o )?(?:ble|lle|ymhle|ym mhle)\b"),
        ),
    ),
    (
        r"(?:am |i |o |ar )?(?:faint|sawl)\b",
        (
            (
                "how_long",
                (
                    r"^am faint\b|^faint o (?:amser|rybudd|ddyddiau|wythnosau|fisoedd|flynyddoedd|oriau|funudau|weithiau)\b|"
                    r"^sawl (?:diwrnod|wythnos|mis|blwyddyn|gwaith|awr|tymor|munud)\b"
                ),
            ),
            ("how_much", r"^(?:\w+ )?(?:faint|sawl)\b"),
        ),
    ),
    (
        r"sut\b",
        (
            ("compare", r"^sut (?:mae|y mae|bu|oedd|fydd)\b.*?" + _CHANGED),
            ("status", r"^sut (?:mae|hwyl).*\b(?:mynd|dod ymlaen)\b"),
            ("how", r"^sut\b"),
        ),
    ),
    (r"(?:i |o |ar |ym |yn |mewn |am |dan |at |erbyn |ers |gan )?(?:pa|ba|mha)\b(?! bryd)", _WHICH),
    (
        r"(?:am |i |o |ar |at |yn )?be(?:th\b|'|\b)",  # "be'" and "ydi" as they are said
        tuple((kind, cue.replace("^beth", "^be(?:th|'|)").replace("|ydy", "|ydy|ydi")) for kind, cue in _WHAT),
    ),
    (r"(?:rhestrwch|enwch|nodwch|rhowch)\b", (("list", r"^(?:rhestrwch|enwch|nodwch|rhowch)\b"),)),
    (r"(?:diffiniwch)\b", (("definition", r"^diffiniwch\b"),)),
    (r"(?:cymharwch)\b", (("compare", r"^cymharwch\b"),)),
    (_AUX, _YES_OR_NO),
)
KEYWORDS: tuple[tuple[str, str], ...] = (
    ("compare", r"\bgwahaniaeth(?:au)? rhwng\b"),
    ("definition", r"\b(?:ystyr|diffiniad)\b"),
    (
        "when",
        (
            rf"\b(?:dyddiad(?:au)?|terfyn amser|erbyn pryd|pryd)\b|"
            rf"\b(?:pa|ba|mha) (?:{any_of('mis misoedd blwyddyn blynyddoedd')})\b|"
            r"\b(?:dechrau|i ben|erbyn)$"
        ),
    ),
    ("how_long", r"\b(?:am faint|pa mor (?:aml|hir))\b"),
    ("how_much", r"\b(?:faint|sawl|cost(?:au)?|cyfradd(?:au)?|canran(?:nau)?|nifer(?:oedd)?|cyfanswm|cyllideb|arian|cyllid)\b"),
    ("why", r"\bpam\b"),
    ("who", r"\bpwy\b"),
    ("list", r"\brhestr\b"),
    ("must", rf"\b(?:rhaid|{any_of('dyletswydd dyletswyddau gofyniad gofynion gorfodol statudol')})\b"),
)
"""For words that begin like no question."""
