"""`canllaw eval commitments` prints both splits, names only what may be looked at; ordinary prose makes no promises."""

from typer.testing import CliRunner

from corpus.publication import PublicationType
from evals.cli import eval_app
from evals.promises.ordinary import Issuer, invented_in, load_ordinary
from evals.promises.ours import ours
from evals.promises.report import MOST_INVENTED


def test_both_splits_and_the_ordinary_sentences_are_reported() -> None:
    result = CliRunner().invoke(eval_app, ["commitments", "--differences"])

    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines if " of them with " in line] == ["dev", "held"]
    assert sum(line.startswith("  precision") for line in lines) == 2
    for called, of in (("ordinary", 220), ("fresh", 260)):
        told = [line for line in lines if line.startswith(f"  {called}, ")]
        assert [line[len(called) + 4 :][:15] for line in told] == ["of nobody known", "government news", "a minister's   "]
        assert all(f" of {of} read as a promise" in line for line in told)
    assert "held: missed" not in result.output
    assert "held: invented" not in result.output


def test_the_texts_held_apart_are_named_only_when_asked_for() -> None:
    result = CliRunner().invoke(eval_app, ["commitments", "--differences", "--held"])

    assert "held: missed" in result.output


def test_prose_unlike_the_genre_makes_no_promises() -> None:
    sentences = load_ordinary()

    assert len(invented_in(sentences, ours)) <= MOST_INVENTED
    assert len(invented_in(sentences, ours, by=Issuer(publisher="Y Cyfnod", type=PublicationType.NEWS))) <= MOST_INVENTED
