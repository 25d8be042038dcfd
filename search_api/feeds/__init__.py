"""Feeds: what is new under a search or a filter of duties, as Atom; a text is told of once, and again when its words change.

In reading order: `feed.py` (the nouns, and what a source of a feed is), `came.py`, `search_feed.py`, `duties_feed.py`,
`sources.py` (what has a feed), `atom.py` (RFC 4287), `conditional.py` (304), `api_feeds.py`.
"""
