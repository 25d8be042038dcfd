"""Suites of `canllaw eval run`: what each asks, and what it writes beside the answers.

In reading order: suite is the shape of all, figures makes their numbers, then a file for each (`retrieval`, `status`, `duties`,
`commitments`, `welsh`, `safety`); names says which there are, named makes them, running runs them.
"""
