"""English words that the classes go by: verbs that bind, verbs that do not, things that government makes; decides nothing.

The lists are methods 5.2 and 5.3 with what a reading of invented statements added. A verb of neither list binds only where
its clause speaks of education or of government's business (`CONCERNS`).
"""

import re


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


BINDING = words(
    """publish issue release print circulate distribute establish create form found launch introduce pilot trial roll
    legislate lay enact amend repeal consult commission appoint recruit fund invest allocate award resource finance
    procure tender convene host hold chair review evaluate audit inspect assess survey revise update refresh redraft
    rewrite draft replace withdraw abolish scrap remove extend expand increase double treble triple reduce cut cap
    lower raise strengthen simplify streamline reform restructure merge transfer consolidate implement deliver
    complete finalise finish develop design build construct produce prepare provide supply offer pay reimburse
    subsidise waive guarantee protect report announce inform notify write respond reply update brief consult require
    mandate ban prohibit restrict regulate license enforce train upskill monitor measure collect gather map analyse
    undertake conduct carry set put place make ensure secure adopt accept agree approve sign ratify commence begin
    start open close end cease stop phase continue maintain retain keep safeguard restore reinstate relaunch upgrade
    modernise digitise translate co-construct co-design co-produce commit appoint nominate dedicate ringfence
    ring-fence bring transform address tackle enable empower give send share host organise arrange join attend visit
    meet return test scope specify define clarify standardise align integrate embed promote celebrate recognise
    reward rebuild renew refurbish equip stage supplement top-up extend invite ask instruct task oversee lead direct
    steer facilitate coordinate co-ordinate manage run operate act take work support help explore consider seek look
    examine investigate study discuss engage encourage reflect listen learn liaise collaborate champion press push
    strive aim try endeavour focus prioritise target build broaden deepen widen accelerate refine improve enhance
    boost tighten relax move shift change adjust modify adapt vary delay postpone pause bring decide determine
    propose recommend table present submit file lodge request call use apply introduce include publicise advertise
    name list record register certify accredit validate endorse verify check index-link uplift fix settle resolve
    conclude cover meet honour fulfil back match contribute grant lend loan lease buy purchase acquire deploy employ
    hire second contract install connect link post upload archive maintain host speak talk repeat follow""",
)
"""Verbs by which a minister binds government to something that can be checked."""

ORDINARY = words(
    """make take put bring give send share keep hold meet visit open close start begin end finish stop run use call
    join attend return move change cover back lead act work help support listen learn look ask invite write read
    build buy pay place set list name record post file check fix try focus speak talk repeat follow stage list
    manage operate test apply draft deliver offer provide ensure continue consider discuss explore improve reduce
    cut raise lower increase reflect present connect link study decide accept agree collect gather register complete
    remove replace paint cook drive walk""",
)
"""Those of them that anybody uses of anything: they bind where the clause speaks of government's business."""

WEAK_VERBS = re.compile(
    r"(?:work|explore|consider|seek|look|support|engage|discuss|reflect|listen|learn|liaise|collaborate|champion|press|push|"
    r"strive|aim|try|endeavour|encourage|focus|prioritise|monitor|promote|help|facilitate conversations|talk|think|"
    r"examine options|do (?:all|everything|whatever|what)|keep [^,;]{0,40}under review|take (?:account|stock|into account)|"
    r"give (?:thought|consideration)|build on|draw on)\b",
    re.IGNORECASE,
)
"""What is promised so that hardly anything could show it was not done (methods 5.2: weak)."""

FIRM_AFTER_ALL = re.compile(
    r"(?:support|help) [^,;]{0,80}?(?:with|by providing|through) (?:a |an )?(?:£|\d|new|funding|grants?)|"
    r"work(?:ing)? [^,;]{0,60}?\bto (?:publish|develop|produce|establish|introduce|deliver|agree|launch|create|draft|"
    r"revise)\b",
    re.IGNORECASE,
)

TALK = re.compile(
    r"(?:see|hear|know|recall|remember|recogni[sz]e (?:that|how)|appreciate|understand|note|say|add|turn|come (?:to|back)|"
    r"begin by|start by|finish by|end by|conclude|close by|end (?:with|on|there)|finish (?:with|on|there)|pause|give way|"
    r"take (?:(?:a|an|the|that|this|his|her|your|one|any|another) )?(?:moment|interventions?|questions?|comfort|pride|heart|"
    r"the opportunity|this opportunity|note|that|it as|part in)|answer|admit|confess|leave (?:it|that|my|members|you|others|"
    r"them)|put (?:it |that |this )?on (?:the )?record|make (?:some )?(?:progress|headway|(?:a|one|two|my) (?:final |"
    r"further |last |other )?points?)|try to (?:answer|respond|be)|keep (?:it|this) (?:short|brief)|detain|need|have|want|"
    r"wish|forget|never|always remember|be (?:able|aware|clear|honest|frank|happy|pleased|delighted|glad|brief|proud|"
    r"familiar|grateful|sorry|disappointed|surprised|told|judged|remembered|better|stronger|worse|ready|in a (?:position|"
    r"better))|get (?:there|to|through|on)|face|find(?! (?:the |more |another )?(?:money|funds?|funding|places?|£))|"
    r"feel|think|believe|hope|expect|like|love|enjoy|benefit|succeed|fail|"
    r"miss|go (?:on(?! \w+ing\b)|home|away|there|through it)|see to it|live|die|grow|become|look forward|look back|"
    r"repeat what|quote|"
    r"read out|mention|touch on|focus my remarks|keep (?:my|this) (?:remarks|brief|answer)|agree with|disagree|all\b|doubt|"
    r"suggest|argue|sit down|stop there|call it|ask (?:Members|the House|you|yourselves|why)|bear|not (?:agree|always|see|"
    r"know|need|be able|always|only|just|all|have|succeed|rest|hesitate|shy|forget|pretend|repeat|go into|detain|dwell|"
    r"comment|speculate|tolerate|apologise))\b",
    re.IGNORECASE,
)
"""What a speaker says of speaking, knowing and feeling: no promise."""

CONCERNS = re.compile(
    r"\b(?:school\w*|learn\w*|pupils?|teach\w*|head ?teachers?|educat\w*|curricul\w*|qualif\w*|assess\w*|literacy|numeracy|"
    r"guidance|regulations?|legislat\w*|bills?|act|code|statement|senedd|members|committee|minister\w*|government|"
    r"local authorit\w*|authorit\w*|council\w*|governor\w*|governing|estyn|consorti\w*|partner\w*|sector|workforce|staff|"
    r"practitioner\w*|leader\w*|profession\w*|fund\w*|invest\w*|grant\w*|budget|million|billion|£|review\w*|report\w*|"
    r"strateg\w*|plan|plans|action plan|framework|programme\w*|scheme\w*|pilot\w*|policy|policies|consult\w*|panel\w*|"
    r"advisory|group|board|body|bodies|commission\w*|network\w*|resources?|support|standards?|principles|data|attendance|"
    r"absence|behaviour|inclusion|additional|needs|aln|welsh|wales|national|children|young people|families|parents|"
    r"communit\w*|universit\w*|colleg\w*|training|apprentice\w*|inspect\w*|accountab\w*|wellbeing|well-being|mental health|"
    r"poverty|transition\w*|implementation|reform\w*|evaluation|evidence|research|recommend\w*|officials|department|unions?|"
    r"employers?|providers?|service\w*|improvement|progress|update|findings|response|trial\w*|toolkit\w*|roadmap|timetable|"
    r"consultation|conference|summit|forum|taskforce|campaign|entitlement|premises|buildings?|transport|meals?|uniform|"
    r"uniforms|exam\w*|tests?|nurser\w*|early years|childcare|lessons|classroom\w*|safeguarding|governance|register|database|"
    r"circular|handbook|syllabus|bursar\w*|allowance\w*|salar\w*|pay|workload)\b|£",
    re.IGNORECASE,
)
"""Words of education and of government's business."""

THINGS = re.compile(
    r"\b(?:guidance|guide|guides|guidelines|handbook|plan|plans|strateg(?:y|ies)|framework|frameworks|report|reports|"
    r"statement|statements|response|payments?|contracts?|code|codes|paper|papers|toolkit|toolkits|resources?|materials?|"
    r"document|documents|"
    r"circular|update|updates|roadmap|standards?|principles|list|lists|evaluation|evaluations|review|reviews|inquiry|"
    r"inquiries|audit|audits|survey|surveys|assessments?|consultations?|legislation|regulations?|bill|bills|act|order|orders|"
    r"measure|measures|law|laws|powers|duty|duties|fund|funds|funding|grant|grants|money|moneys|investment|budget|budgets|"
    r"allowances?|bursar(?:y|ies)|rates?|fees?|pay|panel|panels|group|groups|board|boards|taskforce|task force|network|"
    r"networks|"
    r"forum|committee|commission|body|bodies|agency|centre|centres|hub|hubs|team|teams|unit|office|post|posts|role|roles|"
    r"officers?|champions?|lead|leads|coordinators?|co-ordinators?|advisers?|programmes?|schemes?|pilots?|phase|phases|"
    r"trials?|project|projects|campaign|campaigns|entitlements?|offer|offers|packages?|training|courses?|places|modules?|"
    r"sessions|workshops?|webinars?|conferences?|summit|events?|meetings?|qualifications?|curriculum|specifications?|exams?|"
    r"examinations|tests?|inspections?|categorisation|arrangements?|system|systems|process|processes|procedures?|model|"
    r"models|approach|approaches|policy|policies|rules|requirements?|definitions?|data|statistics|figures|findings|results|"
    r"recommendations?|proposals?|options|evidence|timetable|timescale|deadlines?|date|dates|register|registers|database|"
    r"portal|website|site|platform|service|services|helpline|support|provision|access|transport|meals?|breakfasts?|"
    r"buildings?|kitchens?|classrooms?|equipment|devices|books?|packs?|templates?|forms?|films?|videos?|posters?|licences?|"
    r"contracts?|agreements?|memorandum|terms|charter|compact|awards?|incentives?|salar(?:y|ies)|responsibilit(?:y|ies)|"
    r"functions|targets?|measures|indicators?|changes|reforms?|amendments|decisions?|announcements?|details|information|"
    r"advice|letters?|case studies|examples|roll-?out|implementation|transition|work|first|second|third|remainder|rest|"
    r"others?|draft|version|text|action|actions|steps?|next stage|stage|milestones?|summary|analysis|priorit(?:y|ies)|"
    r"commitments?|partnerships?|learning|entries|applications|tender|recruitment|appointment|appointments|chair|"
    r"inspectorate|year|study|studies|limit|limits|cap|threshold|thresholds|window|round|rounds)\b",
    re.IGNORECASE,
)
"""Things that government makes, pays or sets up: what may be the subject of `will be published`."""

OUTCOME_VERBS = re.compile(
    r"(?:also |then |therefore |in turn |further |help |help to )*(?:help|ensure|enable|allow|support|provide|create|give|"
    r"make|mean|improve|strengthen|build|bring|lead|contribute|benefit|equip|empower|encourage|offer|reduce|increase|raise|"
    r"enhance|align|promote|inform|underpin|shape|complement|set out|outline|include|cover|contain|describe|explain|cost|"
    r"save|free|remain|play|require|need|apply|form|reflect|address|consider|look at|focus|draw|sit|serve|act|work|develop|"
    r"deliver|have|take account|be (?:able|vital|key|essential|crucial|important|critical|central|easier|clearer|simpler|"
    r"fairer|better|stronger|needed|difficult|challenging|felt|seen|used|based|guided|driven|shaped|informed|supported by|"
    r"underpinned|aligned|balanced|proportionate|aimed|about|on))\b",
    re.IGNORECASE,
)
"""What a thing is said to do or be once it is there."""

EVENT_VERBS = re.compile(
    r"(?:now |also |then |formally |fully |first )*(?:begin|start|commence|open|close|end|finish|conclude|launch|run|go live|"
    r"take place|take effect|come into (?:being|force|effect|operation)|report(?: back)?|cease|expire|lapse|resume|"
    r"return|reopen|apply from|"
    r"become (?:law|statutory|mandatory|compulsory)|go ahead|get under way|follow)\b",
    re.IGNORECASE,
)

PASSIVES = words(
    """published established launched introduced set created reviewed updated issued made available appointed convened
    extended provided funded laid held completed delivered rolled place operational consulted announced replaced
    withdrawn revised strengthened increased allocated abolished removed reformed piloted trialled tested evaluated
    commissioned developed designed drafted finalised refreshed relaunched released shared circulated distributed
    sent expanded doubled trebled reduced cut raised lowered capped paid reimbursed waived invested recruited
    trained offered given supported amended repealed enacted brought placed implemented adopted approved agreed
    signed confirmed opened closed started ended phased merged transferred moved merged simplified streamlined
    improved upgraded built constructed installed equipped supplied carried undertaken conducted commenced run
    hosted monitored assessed inspected surveyed collected gathered simplified clarified tightened relaxed protected
    ring-fenced ringfenced maintained retained kept continued uplifted translated mandated required banned
    prohibited restricted regulated licensed reported presented tabled submitted free statutory mandatory compulsory
    operational live open co-constructed co-designed co-produced written rewritten produced prepared added scrapped
    discontinued paused delayed postponed brought restored reinstated renewed earmarked awarded granted matched
    topped covered met honoured set tendered procured contracted advertised archived phased put taken pursued
    addressed actioned embedded integrated consolidated standardised renamed rebranded outlined detailed based
    targeted prioritised financed resourced settled resolved decided determined recorded listed named sought invited
    considered explored examined looked discussed carried-over carried banked refunded met lifted frozen increased""",
)
"""Participles by which something promised is done, by whomever."""

STATES = re.compile(
    r"(?:made )?(?:fully |freely |also |now |widely )*(?:available|in place|operational|up and running|free(?: of charge)?|"
    r"on (?:offer|the table|sale|the statute book)|in law|at no cost|statutory|mandatory|compulsory|live|in force|open|ready|"
    r"active|optional)\b",
    re.IGNORECASE,
)

GIVEN = words(
    """provided given offered funded supported sent allocated paid reimbursed invited consulted trained shown informed
    told notified entitled awarded compensated equipped released exempted asked"""
)
"""What is done to those a promise is for: `Every school will be given a copy`."""

WEAK_PASSIVES = words("considered explored examined looked discussed sought monitored kept supported")
