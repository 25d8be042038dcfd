"""Limits: what the evaluation does not measure, and what could mislead in it; the words of a report's last section."""

from evals.report.blocks import Bullets, Section

LIMITS = """\
- **Digests and texts of our own.** Most texts held are digests, one reworded fact a line; the shelf's are whole texts in the
  publishers' genre that we wrote. Real texts are longer and harder to search; what is measured here does not carry over to
  them. The seeds' questions are the only ones on publishers' own words.
- **Who wrote and labelled.** We did, before any retrieval. There is no second annotator, so no agreement can be given, and the
  Welsh was written by the project and has been read by no Welsh speaker outside it. Real users ask otherwise.
- **What was tuned on what.** Weights, rules and the sentence scorer on the questions of `dev` and those written to fit on;
  thresholds on `calib`. The questions of `test` are opened on purpose only, and every opening is logged in
  `evals/results/test-log.jsonl`. A number of `dev` or `calib` flatters.
- **A matcher is a string test.** It can miss a right answer in other words and cannot judge tone, order or completeness beyond
  the listed facts. Grades of publications were given from the facts alone.
- **Probabilities of what was declined.** Such a question counts as not right unless the system says what it would have shown.
- **Blame is of one step.** A question lost at one step might have been lost at the next one too.
- **Few questions in a cell.** Rows by kind or audience hold 5 to 60 questions: read their intervals, not their order.
- **Bounds.** `gold-passage` is told where the answer stands, and `random` knows nothing: they frame a table and win nothing.
- **Not measured here:** latency under load, pages, language-model answers, usefulness to a person at work. No judge was asked.
"""


def limits() -> Section:
    """The last section."""
    items = tuple(" ".join(one.split()) for one in LIMITS.removeprefix("- ").split("\n- "))
    return Section("What this does not measure", (Bullets(items),))
