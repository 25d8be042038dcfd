"""What people read of a run: `markdown`, with `confidence` and `table`; computes nothing."""
