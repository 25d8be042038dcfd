"""Asking and keeping: every question put to every system.

In reading order: workshop makes the library and steady its vectors, run asks (config, asking, kept), rows and summary keep,
blame, differences and compare explain, trec exports, testlog records.
"""
