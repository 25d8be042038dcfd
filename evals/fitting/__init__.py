"""What is learnt from questions: `train` fits on development questions, `calibrate` sets thresholds on those kept for it."""
