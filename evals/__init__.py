"""Evals: how good are we? Judges everything below; nothing imports it."""
