"""Who is asked: `response` is the shape all give, `ours` the product and its halves, `names` all that there are.

Then `rrf`, `gold_passage`, `random_passages` and `ablations`, `llama_*` the pipelines beside it, `passages` what each ranks,
`named` which makes them.
"""
