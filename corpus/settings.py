"""Every setting, read once from the environment; does not decide policy (see the constants beside each rule)."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import SetupError

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where things are and how to reach them; each field is an environment variable of its alias."""

    model_config = SettingsConfigDict(extra="ignore", populate_by_name=True, frozen=True)

    data_dir: Path = Field(ROOT / ".canllaw", alias="CANLLAW_DATA_DIR")
    """Folder of the catalogue and the index; made when it is missing."""
    database_url: str = Field("", alias="CANLLAW_DATABASE_URL")
    """SQLAlchemy address of the catalogue; empty means `catalogue.sqlite` in the data folder."""
    register_path: Path = Field(ROOT / "corpus" / "register.jsonl", alias="CANLLAW_REGISTER")
    """The register of publications to load."""
    sources_path: Path = Field(ROOT / "corpus" / "sources.toml", alias="CANLLAW_SOURCES")
    """The publishers that may be asked, and where they list what they publish."""
    contact: str = Field("", alias="CANLLAW_CONTACT")
    """An address, of the web or of mail, by which publishers reach whoever runs the crawls."""
    loopback_port: int = Field(0, alias="CANLLAW_LOOPBACK_PORT", ge=0, le=65535)
    """For tests: every request goes to this port of this machine and nowhere else; 0 asks the publishers."""
    qdrant_url: str = Field("", alias="QDRANT_URL")
    """Address of a Qdrant server; empty means Qdrant Edge inside this process."""
    qdrant_api_key: str = Field("", alias="QDRANT_API_KEY")
    """Key for that server, if it asks for one."""
    embedding_model: str = Field("", alias="CANLLAW_EMBEDDING_MODEL")
    """A sentence-transformers name or folder; empty means the packaged all-MiniLM-L6-v2."""
    embedding_languages: str = Field("en", alias="CANLLAW_EMBEDDING_LANGUAGES")
    """Languages the embedding model understands, with commas; texts in others are found by their words."""
    llm_base_url: str = Field("", alias="CANLLAW_LLM_BASE_URL")
    """Address of a server that speaks OpenAI's protocol, as `http://127.0.0.1:8080/v1`; empty means no language model."""
    llm_model: str = Field("", alias="CANLLAW_LLM_MODEL")
    """The model's name at that server."""
    llm_api_key: SecretStr = Field(SecretStr(""), alias="CANLLAW_LLM_API_KEY")
    """Key for that server, if it asks for one; never logged or shown."""
    llm_timeout: float = Field(30.0, alias="CANLLAW_LLM_TIMEOUT", gt=0, le=600)
    """Seconds that a model's whole answer may take; then the answer is made of quotations."""
    host: str = Field("127.0.0.1", alias="HOST")
    """Address the server listens on."""
    port: int = Field(8000, alias="PORT", ge=0, le=65535)
    """Port the server listens on; 0 takes any free one."""
    public_url: str = Field("", alias="CANLLAW_PUBLIC_URL")
    """Address people reach this server by where it is not HOST and PORT, as `https://canllaw.example`; links are made of it."""
    review_key: SecretStr = Field(SecretStr(""), alias="CANLLAW_REVIEW_KEY")
    """What a program must send to review commitments over HTTP; without it such reviews are off."""

    @field_validator("public_url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("write it as https://canllaw.example")
        return value.rstrip("/")

    @property
    def catalogue_url(self) -> str:
        """The SQLAlchemy address in use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'catalogue.sqlite'}"

    @property
    def dense_languages(self) -> frozenset[str]:
        """Codes of the languages whose passages get a dense vector: `"en,cy"` -> {"en", "cy"}."""
        return frozenset(code.strip() for code in self.embedding_languages.split(",") if code.strip())


def read_settings() -> Settings:
    """The settings of this process; raises SetupError naming each variable that cannot be used."""
    try:
        return Settings()  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        faults = "; ".join(f"{fault['loc'][0]}={fault.get('input')!r}: {fault['msg']}" for fault in error.errors())
        raise SetupError(f"A setting in the environment cannot be used: {faults}. Correct or unset it.") from error
