"""Welsh words for a time that no calendar fixes, `maes o law`, `pan fydd yr ysgolion yn dychwelyd`; names no days."""

from functools import partial

from corpus.commitment import Grain
from ingest.commitments.due_days_welsh import vague
from ingest.commitments.due_parts_welsh import rule

VAGUE = (
    rule("vague-new-year", Grain.VAGUE, r"y flwyddyn newydd\b", partial(vague, 60)),
    rule("vague-now", Grain.VAGUE, r"ar unwaith\b|yn ddi-oed\b|heb oedi\b|ar fyrder\b", partial(vague, 42)),
    rule(
        "vague-recess",
        Grain.VAGUE,
        r"(?:toriad|gwyliau|egwyl|hanner tymor)(?: y| yr|'r)?(?: (?:haf|Nadolig|Pasg|gwanwyn|hydref|Senedd|Sulgwyn))?\b",
        partial(vague, 60),
    ),
    rule(
        "vague-return",
        Grain.VAGUE,
        r"(?:cyn|erbyn|wedi|ar ôl) iddi godi\b(?: (?:ar gyfer|dros) (?:y |toriad y )?\w+)?|"
        r"(?:pan|cyn i|wedi i|ar ôl i|erbyn i)(?: \w+)? (?:disgyblion|ysgolion|plant|'r ysgolion|'r Senedd|y Senedd|dysgwyr)"
        r"(?: yn)? (?:dychwelyd|ddychwelyd|ailagor|dod yn ôl|ddod yn ôl|dorri)\b",
        partial(vague, 60),
    ),
    rule("vague-soon", Grain.VAGUE, r"cyn bo hir\b|cyn hir\b|yn fuan\b|yn y man\b", partial(vague, 42)),
    rule("vague-course", Grain.VAGUE, r"maes o law\b|yn y dyfodol\b|ymhen amser\b|dros amser\b", partial(vague, 180)),
    rule(
        "vague-coming",
        Grain.VAGUE,
        r"(?:y |'r )?(?:misoedd|wythnosau|dyddiau|blynyddoedd)(?: ac?'r (?:misoedd|wythnosau))? (?:nesaf|i ddod|"
        r"sydd i ddod)\b|(?:y )?dyfodol agos\b|(?:y )?cam nesaf\b|(?:y )?tymor (?:byr|canolig|hwy|hir)\b",
        partial(vague, 60),
    ),
    rule(
        "vague-possible",
        Grain.VAGUE,
        r"cyn gynted (?:â|ag) (?:phosibl|phosib|y bo modd|bo modd|y gallwn|y gallaf)\b|pan fydd amser (?:deddfwriaethol|"
        r"seneddol)\b|ar y cyfle cyntaf\b",
        partial(vague, 60),
    ),
)
"""Rules of vague words, with after how many days it is time to look again (methods 5.4)."""
