"""Modelled: answers that a language model writes, every sentence of them checked.

In the order of an answer's life: `model` the server, `source` and `prompt` what it is given, `planted` what is taken out of
that, `contract` what it must give back, `claim` one statement of it, `written` and `written_statements` what comes, `modelled`
the list of steps, `failure` why it came to nothing.
"""
