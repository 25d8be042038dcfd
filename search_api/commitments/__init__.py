"""Commitments: the register of what was promised, what later texts suggest came of it, and its faces.

In reading order. What came of it: promise, later, shelf_words, renamings, cues, nearness, tense, bearings, restated, linking.
What is known of it on a day: asked, register, reviewing. Its faces: shapes, api, lines, command, views, page, pack, feed.
"""
