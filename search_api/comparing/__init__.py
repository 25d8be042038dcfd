"""Comparing: two texts side by side, what changed between them, and where they may differ.

In reading order: `compare.py` is the life of a comparison; `sides.py` and `bond.py` find the two texts and how they stand to
each other; `paragraphs.py`, `likeness.py`, `pairing.py` and `align.py` set paragraphs beside each other; `tokens.py` marks the
words that differ; `plain.py`, `said.py`, `modals.py`, `facts.py` and `changes.py` find what changed that matters; `duties.py`
the duties that changed; `tensions.py` where the two may differ. `notes.py` says what to know first; `asked.py` and `shapes.py`
stand between those and the faces: `api.py`, `command.py` with `lines.py`, `page.py` with `views.py`.
"""
