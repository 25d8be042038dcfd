"""Cue words of English questions that begin with "what" or "which", and stretches that other cues share; reads no question.

In the order they are tried; kinds are their values in `kind.Kind`.
"""

MODAL = (
    r"\b(?P<cue>must|should|shall|ought to|need(?:s|ed)? to|(?:have|has|had) (?:got )?to|(?:are|is|am|"
    r"be) (?:we |they |i )?(?:required|obliged|expected|supposed|allowed|permitted|entitled)|required|obliged|"
    r"allowed|permitted|entitled|supposed to|expected to|requirements?|dut(?:y|ies)|obligations?|compulsory|"
    r"mandatory|optional|statutory|non-statutory|legally|lawful(?:ly)?|illegal|legal|against the law|the law|"
    r"by law|in law|binding|binds?|rights?|powers?)\b"
)
AUX = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|may|might|must|should|shall|need|"
    r"ought|isn't|aren't|don't|doesn't|didn't|hasn't|haven't|won't|can't|shouldn't|mustn't)"
)
CHANGED = (
    r"\b(?P<cue>changed|changing|differ(?:s|ed|ent|ently)?|differences?|compar(?:e|es|ed|ison)|versus|vs|"
    r"moved on|evolved|developed|grown|shifted|risen|fallen|replac(?:e|es|ed|ing|ement)|supersed(?:e|es|ed)|"
    r"the same as|(?:take|took|taken|taking) the place)\b"
)
MONEY = r"(?:money|funding|budget|sum|amount|cash|investment|salary|pay|fee|fine|price|cost|costs)"
VERB = r"(?:do|does|did|is|are|was|were|will|would|can|could|has|have|had|must|should|may|might|shall)"
NAMED = rf"(?:(?!{VERB}\b)[\w'-]+ ){{0,3}}?"
TWO = rf"(?:(?!{VERB}\b)[\w'-]+ ){{0,2}}?"

WHICH = (
    (
        "status",
        (
            r"^what(?:'s| is| was| has been)? (?:now )?(?:happening|been happening|going on|going to happen|next) (?:with|to|"
            r"for|about|on)\b|^what stage\b"
        ),
    ),
    (
        "when",
        (
            rf"^(?:\w+ )?(?:what|which)(?:'s| is| was| are| were)? (?:the )?{NAMED}(?:dates?|days?|months?|year|years|"
            rf"deadlines?|"
            r"timetable|timescales?|timeline|time limit|closing (?:date|time)|start date|end date|"
            r"term)\b(?! of reference| groups?\b)"
        ),
    ),
    ("when", r"^(?:at )?what time\b"),
    (
        "how_long",
        (
            rf"^(?:\w+ )?(?:what|which)(?:'s| is| was| are)? (?:the )?{NAMED}(?:length|duration|frequency|notice period|"
            rf"period of notice|"
            r"period|cycle|interval)\b"
        ),
    ),
    ("compare", r"^(?:in )?(?:what|which)\b(?:(?! must| should).)*?" + CHANGED),
    ("compare", r"^what(?:'s| is| are| was| has been) (?:new|changing)\b"),
    (
        "why",
        (
            r"^(?:for )?what(?:'s| is| was| were| are| did)? (?:(?:the|a|main|stated|given|real|legal|"
            r"[\w']+) ){0,3}?(?:reasons?|rationale|thinking|purpose|justification|causes?|explanation|motive|matter|"
            r"point of|case for)\b"
        ),
    ),
    (
        "why",
        (
            r"^what (?:\w+ )?(?:explains|explained|caused|causes|led to|prompted|lies behind|lay behind|"
            r"gets in the way|stops|prevents)\b"
        ),
    ),
    ("why", r"^what (?:is|was|went|'s) wrong\b|^what reasons?\b"),
    (
        "definition",
        r"^what (?:does|do|did|is|are|was)\b.*\b(?P<cue>means?|meant|stands? for|definition|meaning|count as|counted as)\b",
    ),
    (
        "definition",
        r"^what (?:\w+ )?(?:counts|qualifies) as\b|^what'?s? (?:is )?(?:meant by|a definition)\b|^what does .{2,40} refer to\b",
    ),
    (
        "how_much",
        (
            rf"^(?:\w+ )?(?:what|which)(?:'s| is| was| are| were)? (?:the )?{NAMED}(?:percentage|per cent|proportion|"
            rf"share|number|amount|"
            r"sum|figure|fraction|rate|total|size|age|maximum|minimum|most|least|highest|lowest|average|limit|"
            r"threshold|target|"
            rf"{MONEY})\b"
        ),
    ),
    (
        "how_much",
        (
            r"^what\b.*\b(?P<cue>worth|cost|costs|spent|spend|be paid|get paid)\b|^what (?:was|is|has been) (?:cut|"
            r"allocated|invested|spent)\b"
        ),
    ),
    (
        "who",
        (
            rf"^(?:(?:to|for|by|on|in|from|with|of) )?(?:which|what) {TWO}(?P<cue>minister|ministers|body|bodies|"
            rf"organisations?|people|persons?|"
            r"officials?|councils?|authority|authorities|committees?|agency|agencies|department|teams?|unions?|party|"
            r"individuals?|staff|teachers|heads|headteachers|governors|parents|schools|pupils|learners|children|"
            r"consortia|partners|cabinet secretary|office|inspectors|practitioners|role|roles)\b(?! of\b)"
        ),
    ),
    ("who", r"^whose\b|^what(?:'s| is| was) the name of\b|^which group\b"),
    (
        "where",
        (
            r"^(?:(?:in|at|on) )?(?:which|what) (?:\w+ )?(?:county|place|town|city|region|part of wales|website|"
            r"web page|web address|address)\b"
        ),
    ),
    (
        "status",
        (
            r"^what (?:has |have |had |ever |)(?:happened|become|became|come|came|been done)\b|^what(?:'s| is| was|"
            r" were| are)? (?:the )?(?:\w+ )?(?:status|progress|state of|outcome|update|latest|position)\b"
        ),
    ),
    (
        "status",
        (
            r"^(?:which|what)\b.*\b(?P<cue>still (?:in force|current|stand|stands|apply|applies)|in force|is current|"
            r"was current)\b"
        ),
    ),
    ("how", r"^what happens\b"),
    (
        "list",
        (
            r"^(?:\w+ )?(?:what|which)\b(?:(?! must\b| should\b| (?:do|does) \w+ (?:have|"
            r"need)).){0,90}?\b(?P<cue>areas|themes|priorities|points|steps|actions|members|factors|elements|aims|"
            r"objectives|goals|risks|categories|groups|changes|recommendations|issues|grounds|principles|parts|"
            r"criteria|things|ways|options|types|kinds|examples|benefits|barriers|stages|conditions|measures|"
            r"commitments|promises|topics|subjects|documents|publications|statements|letters|questions|features|"
            r"components|findings|responsibilities|strengths|weaknesses|outcomes|indicators|headings|plans|laws|acts|"
            r"policies|resources|grants|challenges|concerns|tasks|purposes)\b"
        ),
    ),
    ("list", r"^(?:\w+ )?(?:which|what) (?:are the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"),
    ("list", r"^what (?:is|are) (?:the )?(?:[\w']+ ){1,5}doing\b|^what else\b"),
    ("must", r"^(?:\w+ )?(?:what|which)\b.*?" + MODAL),
    (
        "how",
        (
            r"^what(?:'s| is| was| are) (?:the )?(?:\w+ ){0,3}?(?:process|procedure|way|method|route|arrangements)\b|"
            r"^in what way|^by what means\b"
        ),
    ),
    ("list", r"^what (?:does|do|will|would|did) .{2,80}? (?P<cue>include|contain|cover|consist of|involve|look at|look for)\b"),
    (
        "definition",
        (
            r"^what(?:'s| is| are|'re| was| were) (?:an? |the )?(?!(?:in|on|at|for|with|under|about|"
            r"it)\b)(?!.*\b(?:role|job|remit|view|position|approach|story|thinking|(?:policy|plans?|guidance|law|"
            r"rules?) (?:on|for|about)|situation|advice|lens|said|being|done|going)\b)(?:(?!that\b|which\b|we\b|they\b|"
            r"will\b|under\b)[\w'’-]+[ ?.!]*){1,6}$"
        ),
    ),
)
