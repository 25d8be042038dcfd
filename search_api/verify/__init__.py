"""Verify: whether a sentence says no more than the words it cites, check by check (methods 4.2).

`verify` is the list of checks; each has a file of its name. `clauses`, `numerals`, `dates_said`, `stems`, `marks`, `agree` and
`attached` are what they read with.
"""
