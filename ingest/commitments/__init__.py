"""Commitments read out of a text. In reading order:

reading.py          the steps, from a document to its commitments; keeping.py puts them into the catalogue, sources.py says when
                    a text must be read again, joining.py which are one promise
occasion.py turns.py  who speaks, in which office, on which day
sentences.py        every sentence with its clauses and its one class; hearing.py, clauses.py, lists.py, relatives.py,
                    infinitives.py, minutes_english.py
verdict.py heard.py what a rule gives and gets
classes_english.py  the rules in order: speech_, intents_, pledges_, schedules_, deeds_, wills_ and passives_english.py, on
                    what leads_, parse_, subjects_, speakers_ and words_english.py and promise.py say; likeness.py scores
                    what no rule is sure of, by the weights of likeness.json
classes_welsh.py    the same for texts in Welsh alone: heard_, speech_, wills_ and words_welsh.py
dues.py             words of time: calendar_days.py, feast_days.py; due_words_english.py with rules of due_dates_, due_terms_
                    and due_vague_english.py and the days of due_days_ and due_spans_english.py; due_words_welsh.py
fields.py           dates, those it is for; due_hanging_english.py, due_others_english.py and due_hanging_welsh.py say which
                    days are another thing's; amounts.py, deliverables.py, conditions.py
digests.py          the register's own lines
projection.py       a Welsh text's promises from its English twin; alignment.py sets the two beside each other
"""
