"""Answering: from a question to the words that answer it, or the reason why none do.

In the order of a question's life: `ask` the list of steps, `route` what it names, `select` with `candidates`, `features`,
`near_words`, `meanings`, `scorer`, `together` and `choose` the sentences, `confidence` how likely they are right, `refuse` why
they are no answer, `compose` with `short`, `prose_lists`, `differ` and `owed` what is said; `answer` the noun, `shelf` what was
searched, `choices` what an evaluation leaves out; `shapes`, `lines`, `words`, `views` how it is shown.
"""
