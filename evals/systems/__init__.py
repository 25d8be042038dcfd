"""Who is asked: `response` is the shape all give, `ours` the product and its halves, `llama_*` the pipelines beside it."""
