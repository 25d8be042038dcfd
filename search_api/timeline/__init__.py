"""The timeline: who said what about a subject, when, by year. In reading order: `entry.py` and `found.py` are the nouns;
`asked.py` reads what is asked; `timeline.py` is the life of a timeline; `subject.py`, `speaking.py` and `stood_then.py` find
the texts that speak of it and what they were on the day; `merging.py`, `bonds.py`, `marks.py`, `gaps.py` and `counts.py` say
what surrounds them; `bars.py` and `svg.py` draw; `said.py`, `shapes.py`, `lines.py`, `views.py`, `page.py`, `api.py`,
`command.py` and `pack.py` show it.
"""
