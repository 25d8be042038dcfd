"""Cue words of English questions by kind, in the order they are tried; does not read a question.

`LEADS` are tried on how a clause begins, each with its own cues, the first that matches wins. Kinds are their values
in `kind.Kind`.
"""

from search_api.question.kind_cues_which import AUX, CHANGED, MODAL, WHICH

PREAMBLES = (
    r"^(?:hello|hi|please|thanks|thank you|sorry|and|but|so|also|then|now|ok|okay|well)\b,? ",
    (
        r"^(?:please )?(?:can|could|would|will) (?:you|anyone|someone)(?: please)? (?:tell (?:me|us)|say|clarify|"
        r"confirm|explain|remind (?:me|us))(?: please)?,? (?=(?:by |since |from |to |for )?(?:wh|how|if))"
    ),
    r"^(?:please )?(?:tell|remind|show) (?:me|us),? (?=(?:by |since |from |to |for )?(?:wh|how|if))",
    r"^(?:do|does) (?:you|anyone|we|someone) know,? (?=(?:by |since |from )?(?:wh|how|if))",
    r"^(?:i|we)(?:'d| would)? (?:like|want|need|wish) to (?:know|find out|understand|ask|check),? ",
    r"^(?:i|we)(?:'m| am|'re| are| was| were)? (?:wonder(?:ing)?|unsure|not sure|confused about),? ",
    (
        r"^(?:any idea|is it known|what i want to know is|my question is|question):? (?=(?:by )?(?:wh|how|if|is|"
        r"are|do|does|can|must))"
    ),
    # "We're a maintained primary: does …", "As a governor, must I …", "When a school closes, who …"
    rf"^[^:?]{{3,160}}: (?=(?:by |since |from |to |for )?(?:who|what|when|where|why|which|how|{AUX})\b)",
    (
        rf"^(?:as|if|when|back when|while|once|after|before|under|in|on|at|for|since|with|given|according to|now that|where|"
        rf"during|until|of|i am|i'm|we are|we're|because)\b(?! (?:who|what|whom|which|when|"
        rf"how)\b)[^?]{{2,200}}?, (?=(?:by |since |from |to |for )?(?:who|what|when|where|why|which|how|{AUX})\b)"
    ),
)
"""What may stand before the question itself."""

_WHEN = (("when", r"^(?:\w+ )?when\b"),)
_HOW = (
    ("when", r"^how (?:soon|long ago|recently|far back)\b"),
    (
        "how_long",
        (
            r"^how (?:long|often|frequently|regularly|far (?:ahead|in advance)|early|late|much (?:notice|warning|time|"
            r"longer)|many (?:times|(?:more )?(?:working |school )?(?:minutes?|hours?|days?|weeks?|months?|terms?|"
            r"years?)))\b"
        ),
    ),
    ("status", r"^how far (?:along|on|advanced|has|have|had)\b"),
    ("how_much", r"^how (?:much|many|large|big|high|low|small|old|few|far|great|steep|steeply|sharply)\b"),
    ("compare", r"^how (?:has|have|had|did|does|do|is|are|was|were|will)\b.*?" + CHANGED),
    (
        "status",
        (
            r"^how (?:is|are|has|have|did|was|were)\b.*?\b(?P<cue>going|progress(?:ing|ed)?|getting on|coming along|"
            r"turn(?:ed)? out)\b"
        ),
    ),
    ("other", r"^how about\b"),
    ("how", r"^how\b"),
)
_EMBEDDED = (
    # "Do ministers mean to change it, and when will that be?": the second part asks for more than yes or no.
    ("when", r", (?:and|or|if so,?) (?:by |since |from )?when\b"),
    ("why", r", (?:and|or|if (?:so|not),?) why\b"),
    ("how_long", r", (?:and|if so,?) (?:for )?how (?:long|often)\b"),
    ("how_much", r", (?:and|if so,?) how (?:much|many)\b"),
    ("who", r", (?:and|or|if so,?) (?:by |to |for )?who(?:m|se)?\b"),
    ("how", r", (?:and|if so,?) how\b"),
)
_YES_OR_NO = (
    *_EMBEDDED,
    ("compare", rf"^{AUX}\b.*?" + CHANGED),
    (
        "status",
        (
            rf"^{AUX}\b.*?\b(?P<cue>still|yet|any longer|any more|anymore|already|in force|up to date|out of date|"
            rf"current|on time|on track)\b"
        ),
    ),
    ("must", r"^(?:has|have|had) .*?\b(?P<cue>to be|got to)\b"),
    ("must", rf"^{AUX}\b.*?" + MODAL),
    ("must", rf"^{AUX}\b.*?\b(?P<cue>needs?)\b"),
    ("status", r"^(?:has|have|had|hasn't|haven't)\b"),
    (
        "status",
        (
            r"^(?:did|was|were|didn't|wasn't|weren't)\b.*?\b(?P<cue>as (?:\w+ )?(?:promised|said|planned|announced)|"
            r"happen|happened|go ahead|arrive|delivered?|completed?|implement(?:ed)?|achieved?|kept|keep|meet|met|"
            r"finish(?:ed)?|come about|up and running|set up|publish(?:ed)?)\b"
        ),
    ),
    (
        "must",
        (
            r"^(?:must|should|shall|may|can|could|need|ought|mustn't|shouldn't|can't)\b|^(?:is|are) (?:it ok|it okay|"
            r"it possible|we free)\b"
        ),
    ),
    ("yes_no", rf"^{AUX}\b"),
)
_ORDERS = (
    (
        "list",
        (
            r"^(?:list|name|give|set out|identify|outline|state|show)\b.*?\b(?P<cue>all|list|the|each|every|two|three|"
            r"four|five|six)\b"
        ),
    ),
    ("why", r"^(?:explain|say|describe) why\b"),
    ("how", r"^(?:explain|say|describe) how\b"),
    ("definition", r"^(?:define|explain what)\b|^(?:explain|give) the meaning\b"),
    ("compare", r"^(?:compare|contrast)\b"),
)
LEADS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (r"(?:(?:by|since|from|until|till|before|after|for) )?when\b", _WHEN),
    (r"(?:why|how come)\b", (("why", r"^(?:why not|why|how come)\b"),)),
    (
        r"(?:(?:to|for|from|by|with|of|on|about|against) )?who(?:m|se)?\b",
        (("who", r"^(?:\w+ )?who(?:m|se)?\b"),),
    ),
    (
        r"(?:from |to )?where\b",
        (
            (
                "status",
                (
                    r"^where (?:are|is|do|does|have|has)\b.*?\b(?P<cue>we|things|stand|stands|got to|up to)\b(?! (?:find|get|"
                    r"see|send))"
                ),
            ),
            ("where", r"^(?:\w+ )?where\b"),
        ),
    ),
    (r"(?:for |by |at |in )?how\b", (*((kind, cue.replace("^how", "^(?:(?:for|by|at|in) )?how")) for kind, cue in _HOW),)),
    (r"(?:(?:in|by|on|at|from|to|for|with|under|of|since|until|within|through) )?(?:what|which)\b|what'", WHICH),
    (rf"{AUX}\b", _YES_OR_NO),
    (r"(?:if|whether)\b", (("must", MODAL), ("yes_no", r"^(?:if|whether)\b"))),
    (r"(?:list|name|give|set out|identify|outline|state|show|explain|say|describe|define|compare|contrast)\b", _ORDERS),
)
KEYWORDS: tuple[tuple[str, str], ...] = (
    ("status", r"^any (?:more )?(?:news|updates?|progress|word|movement)\b|^(?:the )?(?:latest|progress|news|update) on\b"),
    ("compare", r"\bdifferences? between\b|\bcompared (?:with|to)\b|\b(?:versus|vs)\b"),
    ("definition", r"\b(?:meaning|definition) of\b|\b(?:meaning|definition)$"),
    (
        "when",
        (
            r"\b(?:deadline|(?:(?:due|closing|start|end|launch|opening|publication) )?dates?|(?:by|since|from|until) when|when)"
            r"\b|\b(?:what|which) (?:point|stage|part|time) (?:of|in) the (?:school |academic )?year\b|\binto force$"
        ),
    ),
    (
        "when",
        (
            r"\b(?:by|until|since|promised for|planned for|due|starts?|started|begins?|began|opens?|opened|ends?|ended|closes?|"
            r"closed|expires?|launched|published|issued|came in|comes in)$"
        ),
    ),
    ("how_long", r"\bhow (?:long|often)\b|\bfrequency of\b"),
    (
        "how_much",
        (
            r"\bhow (?:much|many)\b|\b(?:costs?|price|numbers?|amount|percentages?|per ?cent|proportion|rates?|totals?|"
            r"budget|headcount|miles|threshold)\b|\b(?:money|funding)\b(?!.* or )"
        ),
    ),
    ("why", r"\bwhy\b|\breasons? for\b"),
    (
        "who",
        r"\bwho(?:m|se)?\b|\baimed at$|\bby (?:which|what) (?:\w+ )?(?:minister|secretary|body|council|group|inspectors?)\b",
    ),
    ("where", r"\bwhere\b"),
    (
        "list",
        (
            r"\blist of\b|\bincludes$|"
            r"\b(?:two|three|four|five|six|seven) (?:steps|stages|parts|principles|purposes|aims|themes|areas|strands)\b"
        ),
    ),
    ("must", r"\b(?:must|have to|has to|required|compulsory|statutory|duty|duties|legally|legal requirements?)\b"),
)
"""For words that begin like no question: "NPQH deadline"."""
