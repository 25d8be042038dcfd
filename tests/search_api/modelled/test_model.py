"""The settings of a language model: none, whole, or half, and its key never shown."""

import pytest

from corpus.errors import SetupError
from corpus.settings import Settings
from evals.written.scripted_model import ScriptedModel
from search_api.modelled.model import Message, open_model
from tests import model_server as models


def settings(**given: object) -> Settings:
    return Settings(**given)  # type: ignore[arg-type]


def test_without_settings_there_is_no_model() -> None:
    assert open_model(settings(llm_base_url="", llm_model="")) is None


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"llm_base_url": "http://127.0.0.1:9/v1"}, "CANLLAW_LLM_MODEL"),
        ({"llm_model": "otter-7b"}, "CANLLAW_LLM_BASE_URL"),
        ({"llm_base_url": "ftp://127.0.0.1", "llm_model": "otter-7b"}, "no web address"),
        ({"llm_base_url": "otters", "llm_model": "otter-7b"}, "no web address"),
    ],
)
def test_half_a_setting_is_named(given: dict[str, object], named: str) -> None:
    with pytest.raises(SetupError, match=named):
        open_model(settings(**given))


def test_a_model_that_is_set_answers_in_whole() -> None:
    with ScriptedModel(models.garbage) as server:
        model = open_model(settings(llm_base_url=f"{server.url}/", llm_model="otter-7b", llm_api_key="sk-otter", llm_timeout=5))
        assert model
        said = model.complete([Message(role="user", text="When?")])

    assert said == "The deadline is in the autumn, I believe. " * 4
    assert server.heard[0].authorization == "Bearer sk-otter"
    assert server.heard[0].body["model"] == "otter-7b"
    assert server.heard[0].body["stream"] is True


def test_a_server_without_json_mode_is_asked_for_it_once() -> None:
    with ScriptedModel(models.no_json_mode) as server:
        model = open_model(settings(llm_base_url=server.url, llm_model="otter-7b"))
        assert model
        for _ in range(2):
            assert isinstance(model.complete([Message(role="system", text="-"), Message(role="user", text="When?")]), str)

    assert [("response_format" in heard.body) for heard in server.heard] == [True, False, False]


def test_the_key_is_in_no_rendering_of_the_settings() -> None:
    given = settings(llm_api_key="sk-otter")

    assert "sk-otter" not in f"{given!r} {given} {given.model_dump_json()}"
