"""How sure a number is.

In reading order: `intervals` by family and paired differences, `planned` comparisons adjusted for their number, `power`.
"""
