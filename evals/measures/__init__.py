"""What an answer is worth: `answers` first, then each measure by name.

In reading order: answers, citations, lists, versions, short, confidence, rankings, passages, parity; meanings says what each
number is.
"""
