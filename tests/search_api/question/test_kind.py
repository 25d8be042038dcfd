"""What a question asks for is read from its cues, in English and Welsh, and the cue is words of the question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.question.kind import Kind, kind_of, read_kind

ENGLISH = {
    Kind.PROMISED: """
        What commitments did the minister make on literacy?
        What have they said they will do about attendance?
    """,
    Kind.WHEN: """
        When will the guidance be published?
        By when must schools comply?
        By when must schools publish their plans?
        In which year did it begin?
        Since when have uniform rules been statutory?
        From when have the uniform rules for Welsh schools had legal backing?
        Until when can we apply?
        How soon after they start is our inspection report made public?
        What is the closing date for the headship qualification?
        What is the deadline for the grant?
        What date does the new body open?
        Which month is the census?
        What day did the minister announce it?
        Do ministers mean to make it compulsory, and when will that be looked at?
        Can you tell me when the curriculum starts for year 9?
        Please could you tell me when the new body opens?
        I'd like to know when the letter was sent.
        Do you know when the panel next meets?
        When do schools have to publish their plans?
        When must the head report to governors?
        As a governor, when must I declare an interest?
        NPQH application deadline
        curriculum summary publication date
        school term dates 2025
        How long ago was the framework replaced?
        On what date did the duty start?
        In what year was the Act passed?
        If a school closes, by when must parents be told?
        new inspections start
        consultation on school plans ended
        replies to the draft by
        new headship course promised for
        plan regulations into force
        Our older pupils melt away. Around what point of the year does attendance fall?
        """,
    Kind.HOW_LONG: """
        How long does the interim visit last?
        How long is a short-term exclusion?
        How often will inspectors come to us?
        How often must we review the plan?
        How many days can a pupil be excluded for?
        How many weeks' notice do governors get?
        How many school days does the appeal panel have?
        How much notice of inspection does Estyn give?
        How much warning do we get before an interim visit?
        How far ahead does our plan have to look?
        How far in advance must the meeting be called?
        For how long are records kept?
        What is the inspection cycle?
        What is the notice period for a visit?
        How frequently do governors meet?
        How many times a year must the governing body meet?
        Can you explain how long the pilot runs?
        As a head, how often should I report to governors?
        """,
    Kind.HOW_MUCH: """
        How much will it cost?
        How steeply did absence climb?
        community schools capital money this year
        average attendance per cent
        distance to school miles
        absence threshold now
        What percentage of pupils were absent?
        How many objectives does the present national mission set?
        How many councils are trying out the register?
        How many people work for the new body and what money does it have?
        What is the School Standards pot worth in 2025-26?
        What was cut from education grants?
        What new attendance money was announced in December 2024?
        What is the most a blazer may cost?
        What is the budget for professional learning?
        What salary is the chief executive paid?
        At what age does schooling become compulsory?
        How large is the grant?
        How big can a class be?
        What number of pupils is a small school?
        What proportion of schools are in special measures?
        absence rate 2023/24
        Welsh medium pupil numbers
        persistent absence percentage secondary
        What is the minimum number of governors?
        What funding is there for family engagement officers?
        How much school does a pupil have to miss to count as persistently absent?
        What is the attendance rate of pupils on free school meals?
        How high may the fine be?
        What does it cost to take the qualification?
        What was spent on the pilot?
        cost of the NPQH
        """,
    Kind.WHO: """
        Who chairs the group?
        Is our visit led by an inspector, or who comes?
        chair appointed by which minister
        2020 recommendations aimed at
        Back when each school was given a colour, who made sure it was fair?
        Who must publish the action plan?
        Who is the school improvement guidance addressed to?
        Who should be consulted before a school closes?
        Who fixes how much our school gets: Welsh ministers or the council?
        To whom do governors report?
        Whose job is it to check the register?
        Which minister made the promise?
        Which body runs the qualification?
        What body inspects colleges?
        Which people sit on the National Attendance Taskforce?
        Which schools must have a plan?
        Which pupils can be excluded?
        For whom is the training meant?
        By whom was the review led?
        Whom did the minister take over from, and on what day?
        Which council tried the register first?
        Tell me who leads the new body.
        Who's in charge of inspections?
        Who are the members of the group?
        Which organisations were consulted?
        What is the name of the chief executive?
        Who decides whether a pupil is excluded?
        When a school is in special measures, who appoints governors?
        """,
    Kind.WHERE: """
        Where can I find the guidance?
        Where do we send the form?
        Where was the pilot run?
        Where should the plan be published?
        In which county was it tried?
        Which website has the resources?
        Which part of Wales has most Welsh-medium places?
        Where are the minutes kept?
        """,
    Kind.MUST: """
        Do we have to publish our development plan?
        Do we have to publish?
        Must we take account of the framework?
        Must schools follow the uniform guidance?
        Should governors see the inspection report?
        Are schools required to keep a register?
        Are we supposed to let families buy used uniform?
        Is the guidance statutory?
        Is it statutory?
        Is the uniform guidance binding on governing bodies, or non-statutory?
        We're a maintained primary: does the guidance bind us in law, or is it advice?
        Can we fine parents who keep children off?
        May the council ask a family what their child is learning?
        Can a head exclude a pupil for lateness?
        Are parents allowed to see the file?
        Is there a fixed format we must use?
        Is there a legal requirement to have a prayer room?
        Do I need a particular qualification before I can become a head?
        Does the head of a special school need the NPQH as well?
        What must a development plan contain?
        What are governors required to publish?
        What should a school do about bullying?
        What duties do governors have towards ALN?
        What do governors have to think about when they set a dress code?
        What paperwork do I need to get together for the visit?
        What does the law say about collective worship?
        I am a governor. Do we have to vote on the budget?
        I'm a parent: can the school refuse my child?
        As a headteacher, must I report every exclusion?
        Is a school allowed to close for training?
        Is it compulsory to teach Welsh?
        Have we got to consult parents first?
        Could a school refuse to publish?
        I want to know if we must keep the records.
        Is attendance at nursery mandatory?
        Are governors legally responsible for the budget?
        Do parents have a right to appeal?
        If a pupil is excluded, do we have to set work?
        Ought we to tell the council?
        Which records must be kept?
        statutory policies for schools
        """,
    Kind.LIST: """
        What are the national priorities?
        Which year groups does the framework cover?
        equity strand of the grant includes
        colour coding three steps
        Which steps will be taken?
        What are the aims of the plan?
        What are the four parts of the combined grant?
        Which areas do inspectors report on now?
        Which three things does the guidance keep apart?
        Which national priorities are written into the law?
        Name the four purposes of the curriculum.
        What are the four purposes?
        List the members of the panel.
        What recommendations did the committee make?
        What actions is the minister taking for leaders?
        What are the main findings of the annual report?
        What does a development plan include?
        What will the inspection look at?
        What is the minister doing about attendance?
        What grounds are there for appeal?
        What criteria are used to choose schools?
        What else did the panel ask for?
        Which documents were sent to schools?
        Give all the reasons for exclusion.
        """,
    Kind.WHY: """
        Why was it changed?
        Why did ministers set up the new body?
        Why must governors approve the budget?
        Why was the deadline moved?
        How come the grant was cut?
        What was the thinking behind the single organisation?
        What reason did ministers give for the delay?
        What is the rationale for the review?
        What is the purpose of the plan?
        What gets in the way of poorer pupils coming to school?
        What was the matter with how new heads were prepared?
        What are the reasons for the fall in attendance?
        What led to the review?
        Explain why the framework was replaced.
        For what reason was the pilot ended?
        What causes absence on Fridays?
        """,
    Kind.HOW: """
        How do I apply for the NPQH?
        How should schools consult parents?
        How must governors handle a complaint?
        How will the new body be run?
        How does the council choose schools for support?
        How are inspectors trained?
        How can a parent appeal?
        What is the process for excluding a pupil?
        What happens when a school is in special measures?
        In what way are governors chosen?
        Tell me how to complain.
        How do we report attendance?
        """,
    Kind.DEFINITION: """
        What is Dysgu?
        What is a school development plan?
        What is the school improvement guidance?
        What does persistent absence mean?
        What is meant by self-evaluation?
        What does ALN stand for?
        What counts as persistent absence?
        What's the National Coherence Group?
        Define additional learning needs.
        What does "have regard" mean?
        meaning of special measures
        What is NPQH?
        """,
    Kind.STATUS: """
        Has the body been set up?
        Have ministers responded to the committee?
        Is the 2022 framework still what we work to?
        Do schools still get a word like Good from Estyn?
        Can I still come in through the old programme?
        Did the guidance promised for June 2022 arrive on time?
        Was the body up and running by April 2025 as ministers said?
        What is happening with reading plans?
        What's going on with the consortia?
        What's next for the panel?
        How far along is the review?
        Any news on the guidance?
        What stage is the review at?
        What happened to the recommendations on absence?
        What became of the pilot?
        Is the guidance still in force?
        Is this guidance current?
        Has the promise on funding been kept?
        What is the status of the draft code?
        Which edition of Our National Mission is current?
        Where are we with qualifications reform?
        How is the pilot going?
        Did the minister publish the report as promised?
        What progress has been made on literacy?
        Is the plan out of date?
        """,
    Kind.COMPARE: """
        What is the difference between the two plans?
        How do the 2022 and 2024 guidance differ?
        How has the position on attendance changed since 2019?
        What has changed in the inspection arrangements?
        Has the guidance changed?
        What changed between the draft and the final guidance?
        What replaced the 2019 framework?
        What took the place of the draft arrangements?
        How has spending on family engagement grown?
        How does absence in primaries compare with secondaries?
        Compare the 2021 and 2023 plans.
        Is the new cycle different from the last?
        What is new in the 2024 guidance?
        When the guidance says must rather than should, what is the difference?
        Is the framework the same as the guidance?
        """,
    Kind.YES_NO: """
        Does Estyn inspect nurseries?
        Is the NPQH run by the academy?
        Will my classroom assistants be able to use the new body?
        Was there extra money for schools in special measures?
        Are regional consortia among those it is for?
        Did Estyn find improvement in reading?
        Would a small school get the grant?
        Do colleges come under the framework?
        """,
    Kind.OTHER: """
        What did the minister say about reading?
        Under which Act and section is our guidance put out?
        What will the new body's training be about?
        school uniform
        NPQH
        attendance of pupils in rural schools
        Summarise the letter.
        Which Estyn recommendation asks schools to take on staff?
        What is the role of the governing body in this?
        """,
}
WELSH = {
    Kind.PROMISED: """
        Beth mae'r Gweinidog wedi'i addo ar lythrennedd?
    """,
    Kind.WHEN: """
        Pryd y cyhoeddir y canllawiau?
        Rhwng pa fisoedd y bu wrth ei waith?
        y peilot mentora i ben
        Erbyn pryd mae'n rhaid i ysgolion gyhoeddi?
        Erbyn pryd mae'n rhaid i mi wneud cais am y CPCP?
        Ers pryd mae'r canllawiau'n statudol?
        Pa bryd y mae'r corff newydd yn dechrau?
        Ym mha flwyddyn y dechreuodd y cynllun?
        Ar ba ddyddiad y cyhoeddwyd y datganiad?
        Beth yw'r dyddiad cau ar gyfer ceisiadau?
        Pa mor fuan y cyhoeddir yr adroddiad?
        A fydd y canllawiau'n newid, ac erbyn pryd?
        dyddiad cau CPCP
        """,
    Kind.HOW_LONG: """
        Pa mor aml y bydd Estyn yn arolygu ein hysgol ni?
        Am faint mae'r ymweliad yn para?
        Faint o rybudd mae Estyn yn ei roi?
        Faint o amser sydd gan y panel?
        Sawl diwrnod y gellir gwahardd disgybl?
        Pa mor hir yw'r cynllun peilot?
        """,
    Kind.HOW_MUCH: """
        Faint o arian?
        Beth yw'r mwyaf y cawn ei hawlio?
        arian ychwanegol i ysgolion gwledig
        Faint o staff sydd gan y corff newydd?
        Sawl argymhelliad wnaeth yr adolygiad?
        Pa ganran o ddisgyblion oedd yn absennol?
        Faint yw cyflog y prif weithredwr?
        Beth yw cost y cymhwyster?
        cyfradd absenoldeb 2023/24
        Pa gyllid sydd ar gael i ysgolion?
        O ba oedran mae addysg yn orfodol?
        """,
    Kind.WHO: """
        Pwy sy'n cadeirio?
        Pwy sy'n gorfod cyhoeddi'r cynllun?
        I bwy y mae'r canllawiau gwella ysgolion?
        Gan bwy y cafodd yr adolygiad ei arwain?
        Pa gorff sy'n gyfrifol am arolygu?
        Pa weinidog a wnaeth yr addewid?
        Pa ysgolion sy'n gorfod cael cynllun?
        Cyfrifoldeb pwy yw'r gofrestr?
        """,
    Kind.WHERE: """
        Ble mae'r canllawiau i'w cael?
        Lle cafodd y peilot ei gynnal?
        Ymhle y dylid cyhoeddi'r cynllun?
        Ar ba wefan mae'r adnoddau?
        """,
    Kind.MUST: """
        Oes rhaid i ni?
        Oes rhaid cael y CPCP cyn bod yn bennaeth?
        A oes rhaid i ysgolion gyhoeddi cynllun datblygu?
        Oes rhaid i gyrff llywodraethu ymgynghori â rhieni?
        A ddylai llywodraethwyr weld yr adroddiad?
        Ydy'r canllawiau yn statudol?
        A yw'n orfodol dysgu Cymraeg?
        Oes dyletswydd ar awdurdodau lleol i gadw cofrestr?
        A gaiff pennaeth wahardd disgybl?
        Gawn ni ddirwyo rhieni?
        Beth sy'n rhaid ei gynnwys yn y cynllun?
        Beth yw dyletswyddau llywodraethwyr?
        Rwy'n llywodraethwr. Oes rhaid i mi ddatgan buddiant?
        Fel pennaeth, oes rhaid i mi adrodd i'r cyngor?
        Pa ofynion sydd ar ysgolion?
        A oes gofyniad cyfreithiol i gael gwisg ysgol?
        """,
    Kind.LIST: """
        Pa gamau sy'n cael eu cymryd?
        Beth yw'r blaenoriaethau cenedlaethol?
        Pa flaenoriaethau sydd yn y gyfraith?
        Pa feysydd mae Estyn yn eu harolygu?
        Beth oedd argymhellion y pwyllgor?
        Rhestrwch aelodau'r grŵp.
        Beth mae cynllun datblygu yn ei gynnwys?
        Beth yw amcanion y cynllun?
        """,
    Kind.WHY: """
        Pam mae angen un corff cenedlaethol?
        Pam y newidiwyd y fframwaith?
        Beth yw'r rheswm dros yr oedi?
        Beth oedd pwrpas yr adolygiad?
        """,
    Kind.HOW: """
        Sut mae gwneud cais am y CPCP?
        Sut dylai ysgolion ymgynghori?
        Sut y bydd y corff yn cael ei redeg?
        Beth yw'r broses ar gyfer gwahardd disgybl?
        Ym mha ffordd y dewisir llywodraethwyr?
        """,
    Kind.DEFINITION: """
        Beth yw Dysgu?
        Beth yw cynllun datblygu ysgol?
        Beth mae hunanwerthuso yn ei olygu?
        Beth yw ystyr mesurau arbennig?
        Beth a olygir gan absenoldeb parhaus?
        """,
    Kind.STATUS: """
        Ydy'r canllawiau yn dal mewn grym?
        A yw'r corff wedi cael ei sefydlu?
        Beth ddigwyddodd i'r argymhellion?
        Be ddigwyddodd i raddau Estyn?
        Be' sy'n digwydd efo'r cwricwlwm?
        Beth sy'n digwydd gyda'r fframwaith?
        Ble rydyn ni arni gyda'r adolygiad?
        Oes newyddion am y canllawiau?
        Pa rifyn sydd mewn grym?
        A gafodd yr adroddiad ei gyhoeddi?
        """,
    Kind.COMPARE: """
        Beth yw'r gwahaniaeth rhwng y ddau gynllun?
        Sut mae'r canllawiau wedi newid ers 2019?
        Beth sydd wedi newid?
        A yw'r canllawiau wedi newid?
        Beth ddisodlodd fframwaith 2019?
        """,
    Kind.YES_NO: """
        Ydy Estyn yn arolygu meithrinfeydd?
        A fydd cynorthwywyr yn rhan o'r cynllun?
        Oedd arian ychwanegol i ysgolion bach?
        """,
    Kind.OTHER: """
        gwisg ysgol
        Beth ddywedodd y gweinidog am ddarllen?
        presenoldeb disgyblion
        """,
}


def rows(table: dict[Kind, str]) -> list[tuple[str, Kind]]:
    return [(line.strip(), kind) for kind, lines in table.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("question", "kind"), rows(ENGLISH))
def test_a_question_s_kind(question: str, kind: Kind) -> None:
    assert kind_of(question, "en") is kind


@pytest.mark.parametrize(("question", "kind"), rows(WELSH))
def test_a_welsh_question_s_kind(question: str, kind: Kind) -> None:
    assert kind_of(question, "cy") is kind


def test_the_tables_are_long_enough_to_decide_what_comes_first() -> None:
    assert (len(rows(ENGLISH)), len(rows(WELSH))) >= (200, 80)
    assert set(ENGLISH) == set(WELSH) == set(Kind)


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("By when must schools publish?", "by when"),
        ("Do we have to publish?", "have to"),
        ("How often will they come?", "how often"),
        ("What has changed since 2019?", "changed"),
        ("Is the guidance statutory?", "statutory"),
        ("What are the aims of the plan?", "aims"),
        ("school uniform", ""),
    ],
)
def test_a_kind_carries_the_words_it_was_read_from(question: str, cue: str) -> None:
    assert read_kind(question, "en").words == cue


def test_the_language_of_a_question_is_told_where_it_is_not_given() -> None:
    assert (kind_of("Oes rhaid i ni?"), kind_of("Must we?")) == (Kind.MUST, Kind.MUST)


def test_a_curly_apostrophe_is_read_as_a_straight_one() -> None:
    assert kind_of("What’s the deadline?", "en") is kind_of("What's the deadline?", "en") is Kind.WHEN


@given(st.text(), st.sampled_from(["en", "cy"]))
def test_any_text_has_a_kind_and_its_cue_stands_in_it(text: str, language: str) -> None:
    read = read_kind(text, language)
    assert isinstance(read.kind, Kind)
    assert read.words in " ".join(text.casefold().replace("’", "'").split())
