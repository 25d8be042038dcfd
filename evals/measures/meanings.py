"""Meanings: what each measure of a report says, in one clause; computes none of them."""

MEANINGS = {
    "success@1": "the first publication answers (grade 2 or 3)",
    "recall@1": "share of the publications that answer in the first 1 (at most 1 can be, where several answer)",
    "recall@5": "the same in the first 5",
    "recall@10": "the same in the first 10",
    "ndcg@10": "nDCG of the first 10 publications, by grade",
    "rr@10": "1 / rank of the first publication that answers",
    "answered": "coverage: answerable questions it answered",
    "correct": "every vital fact quoted and no wrong version cited; 0 when it declined",
    "selective_correct": "the same, of what it answered, unanswerable questions included",
    "false_answer": "unanswerable questions it answered: lower is better",
    "effective": "answered right where there is an answer, declined where there is none",
    "penalised@1": "1 for a right answer, -1 for a wrong one, 0 for none, over all questions",
    "penalised@2": "the same with -2 for a wrong one",
    "fact_recall": "share of a question's facts inside a quotation; 0 when it declined",
    "vital_strict": "share of the vital facts inside a quotation, of answerable questions it answered",
    "short_given": "of answers to questions that have a short answer, those that put one first",
    "short_exact": "the same, and it is the right day, sum, number or name",
    "list_precision": "share of the items shown that are wanted, of answered questions with two items or more",
    "list_recall": "share of the items wanted that are shown",
    "list_f1": "harmonic mean of both, items paired one to one",
    "citation_precision": "share of citations that cover a sentence that says a fact",
    "citation_recall": "share of facts a citation covers",
    "citation_f1": "harmonic mean of both, by question",
    "cited_publication": "share of citations from a publication that answers",
    "wrong_version": "cited a wrong version and did not say so: lower is better, 0 is the gate",
    "lapsed_as_current": "cited any text that does not stand on the day, shown as in force or with no status: lower is better",
    "as_of_right": "of answers as of a day, those that cite a text that answers and none that did not stand that day",
    "useful_refusal": "of answerable questions it declined, those with a publication that answers among the nearest it showed",
    "exact_quotes": "share of citations whose words stand at their place: must be 1.000",
    "quoted_words": "words quoted in an answer",
}
CONFIDENCE = {
    "accuracy@.60": "accuracy of the surest answers, down to the point where 60 % of answerable questions are answered",
    "aurc": "mean risk over the answers taken from the surest down: lower is better",
    "auroc": "chance that a question it has right got the higher probability than one it has not",
    "ece": "distance of probability and outcome over ten bins of equal mass: lower is better",
    "brier": "mean squared distance of probability and outcome: lower is better",
}
GROUPS = {
    "audience": "By audience",
    "kind": "By kind",
    "language": "By language",
    "hinges_on": "By what the right text hinges on",
    "duties": "Questions about duties",
    "source": "By where the answer stands",
    "split": "By split",
    "overlap_tercile": "By how many words question and answer share",
    "twins": "Welsh questions and the same in English",
}
"""Headings of the groups that have a table of their own."""
SHARED = {"low": "few words shared", "middle": "some shared", "high": "most shared"}
"""Terciles of lexical overlap, in words."""
