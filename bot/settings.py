"""What must the environment say before the bot can work in a workspace, and where does one get it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr, StringConstraints, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

SLACK_API = "https://slack.com/api/"
DEFAULT_WHO = "/dealwho"

_APPS = "api.slack.com/apps"
_WHERE = {
    "SLACK_BOT_TOKEN": f"the bot's token (xoxb-…), at {_APPS} under OAuth & Permissions",
    "SLACK_SIGNING_SECRET": f"what Slack signs its requests with, at {_APPS} under Basic Information",
    "SLACK_APP_TOKEN": f"an app-level token (xapp-…) with connections:write, at {_APPS} under Basic Information",
    "SLACK_API_URL": f"the address of the Web API, {SLACK_API} unless another server stands in for Slack",
    "DEALCHECK_HOST": "the address to listen on, such as 127.0.0.1 or 0.0.0.0",
    "DEALCHECK_PORT": "the port to listen on, up to 65535, or 0 for any free one",
    "DEALCHECK_FOLLOW_THREADS": "1 where people may go on in a thread without a mention, else 0",
    "DEALCHECK_WHO_COMMAND": f"the slash command for names, such as {DEFAULT_WHO}",
}
# Slack's tokens carry ids with digits; what people copy from instructions has words instead.
_TOKEN = re.compile(r"(?=.*\d)(?!.*(?:your|token|xxx))[\w-]{20,}", re.IGNORECASE)
_SECRET = re.compile(r"[0-9a-f]{32}")

_Settings = TypeVar("_Settings", bound="ApiSettings")


class SettingsError(Exception):
    """The environment does not say what is needed; one line for each variable."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def _address(url: str) -> str:
    if not re.match(r"https?://[^/\s]+", url):
        raise ValueError("is not an address that begins with https:// or http://")
    return url if url.endswith("/") else f"{url}/"


def _starts_with(prefix: str) -> AfterValidator:
    def check(token: SecretStr) -> SecretStr:
        if not token.get_secret_value().startswith(prefix):
            raise ValueError(f"does not begin with {prefix}")
        return token

    return AfterValidator(check)


class ApiSettings(BaseSettings):
    """Where Slack is. Secrets are masked wherever settings are printed."""

    model_config = SettingsConfigDict(
        case_sensitive=True, env_ignore_empty=True, extra="ignore", frozen=True, str_strip_whitespace=True
    )

    api_url: Annotated[str, AfterValidator(_address)] = Field(SLACK_API, alias="SLACK_API_URL")

    def malformed(self) -> Iterator[str]:
        """The variables that Slack cannot have given out; a server that stands in for Slack has its own shapes."""
        return iter(())


class Settings(ApiSettings):
    """What both ways of running need."""

    bot_token: Annotated[SecretStr, _starts_with("xoxb-")] = Field(alias="SLACK_BOT_TOKEN")
    who_command: Annotated[str, StringConstraints(pattern=r"^/[a-z0-9_-]{1,31}$")] = Field(
        DEFAULT_WHO, alias="DEALCHECK_WHO_COMMAND"
    )
    follow_threads: bool = Field(default=False, alias="DEALCHECK_FOLLOW_THREADS")

    def malformed(self) -> Iterator[str]:
        """As the base, with the bot's token."""
        if self.api_url == SLACK_API and not _TOKEN.fullmatch(_after_prefix(self.bot_token)):
            yield "SLACK_BOT_TOKEN"


class HttpSettings(Settings):
    """What is needed where Slack sends its requests to us."""

    signing_secret: SecretStr = Field(alias="SLACK_SIGNING_SECRET")
    host: str = Field("127.0.0.1", alias="DEALCHECK_HOST")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(3000, alias="DEALCHECK_PORT")

    def malformed(self) -> Iterator[str]:
        """As the base, with the signing secret."""
        yield from super().malformed()
        if self.api_url == SLACK_API and not _SECRET.fullmatch(self.signing_secret.get_secret_value()):
            yield "SLACK_SIGNING_SECRET"


class SocketSettings(Settings):
    """What is needed where we open a socket to Slack."""

    app_token: Annotated[SecretStr, _starts_with("xapp-")] = Field(alias="SLACK_APP_TOKEN")

    def malformed(self) -> Iterator[str]:
        """As the base, with the app-level token."""
        yield from super().malformed()
        if self.api_url == SLACK_API and not _TOKEN.fullmatch(_after_prefix(self.app_token)):
            yield "SLACK_APP_TOKEN"


def read_settings(kind: type[_Settings]) -> _Settings:
    """The settings from the environment. Raises SettingsError with a line for each variable that is not right."""
    try:
        settings = kind()
    except ValidationError as error:
        raise SettingsError([_line(slip) for slip in error.errors()]) from None
    if malformed := list(settings.malformed()):
        raise SettingsError([f"{name} is not one that Slack gives out; it is {_WHERE[name]}" for name in malformed])
    return settings


def state_file(environ: Mapping[str, str]) -> Path:
    """Where the bot keeps what outlives a request: DEALCHECK_STATE, else a file in the user's data folder."""
    named = environ.get("DEALCHECK_STATE", "").strip()
    return Path(named).expanduser() if named else user_data_path("dealcheck", appauthor=False) / "journal.db"


def _line(slip: ErrorDetails) -> str:
    name = str(slip["loc"][0])
    return f"{name} {_wrong(slip)}; it is {_WHERE[name]}"


def _wrong(slip: ErrorDetails) -> str:
    match slip["type"]:
        case "missing":
            return "is not set"
        case "value_error":
            return str(slip["ctx"]["error"])
        case _:
            return "cannot be used"


def _after_prefix(token: SecretStr) -> str:
    return token.get_secret_value().partition("-")[2]
