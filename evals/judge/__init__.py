"""An optional judge: any model behind OpenAI's protocol says how far cited words bear a sentence out; no gate rests on it.

In reading order: `pairs` are what is judged, `prompt` is what is asked and how a reply is read, `asking` asks, `agreement`
measures the judge against people, `corrected` makes means of its labels, `column` shows them, or says why it does not.
"""
