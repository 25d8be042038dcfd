"""Taking away: an answer, a search, duties, a timeline or commitments as a file with citations, and the same a year later.

In reading order. What a pack says: `contents.py`, `wanted.py` (what is asked for), `names.py`, `reference.py` (a text cited),
`quotations.py`, `counted.py`, `filter_words.py`, `rules.py` (what decides), `search_pack.py`, `answer_pack.py`,
`duties_pack.py`, `kinds.py` (what can be taken away), `state.py` (of the corpus), `manifest.py`, `pack.py`.
How it is written: `letters.py`, `said.py`, `standing.py`, `markdown.py`, `table.py`, `ris.py`, `bibtex.py`, `csl.py`,
`word_look.py`, `word_package.py`, `word.py`, `formats.py`.
Its faces: `export.py` (what they ask), `exporting.py`, `api_packs.py`, `storing.py`, `cli_packs.py`.
Made again: `read_back.py`, `differences.py`, `replay.py`, `replay_lines.py`, `cli_replay.py`.
"""
