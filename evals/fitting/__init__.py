"""What is learnt from questions, in the order it is fitted.

`asked` pairs of a question and a statement, the `adapter` they fit, `halves` so that none is measured by what knows its texts;
`train` fits scorer and confidence on development questions, `calibrate` sets thresholds on those kept for it.
"""
