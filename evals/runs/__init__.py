"""Asking and keeping: every question put to every system.

In reading order: workshop makes the library, run asks, rows and summary keep, blame and compare explain, testlog records.
"""
