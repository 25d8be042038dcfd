"""Question: what a person asked, read without being answered.

In reading order: `question` the noun and its parameters, `understood` what its words say, read by `kind` (with its cues and
`kind_held`), `asker`, `persons`, `periods`, `scope`, `series`, `subject`, `elsewhere`, `equivalents`; other words from
`thesaurus`; `follow_up` makes a leaning question stand alone, `correction` lets a person put the reading right, `asked_for`
and `mode` say what an answer must hold and how sure it must be.
"""
