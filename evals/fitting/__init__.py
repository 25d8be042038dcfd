"""What is learnt from questions, in the order it is fitted.

`exercises` and `asked` are what the cross-encoder learns from, `groups` puts them beside what does not answer, `together` fits
it; `scoring` fits scorer and confidence to what `train` measures of development questions; `calibrate` sets thresholds on those
kept for it.
"""
