"""Commands of `canllaw eval`, by what they do; `evals.cli` mounts them, and `given` holds what several of them need."""
