"""What a run may not fall under, and what becomes the baseline.

In reading order: `thresholds` reads gates.toml, `small` is the texts of its fixed questions, `verdict` is a gate's word,
`floors` and `paired` judge a run, `kept` holds scores by question, `judging` puts them together, `accepting` makes a baseline.
"""
