"""Who is who: the app itself, people and bots?"""

from pydantic import BaseModel

from bot.playground import payload
from bot.playground.message import Json
from bot.playground.methods.method import NoArguments
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Workspace


class OneUser(BaseModel):
    user: str


class OneBot(BaseModel):
    bot: str | None = None


def auth_test(workspace: Workspace, _: NoArguments) -> Json:
    return {
        "url": f"https://{workspace.team.domain}.example/",
        "team": workspace.team.name,
        "user": workspace.bot.name,
        "team_id": workspace.team.id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def user_info(workspace: Workspace, wanted: OneUser) -> Json:
    return {"user": payload.user(workspace, workspace.user(wanted.user))}


def bot_info(workspace: Workspace, wanted: OneBot) -> Json:
    app = workspace.app
    if wanted.bot not in {None, app.bot_id}:
        raise RefusedError("bot_not_found")
    return {
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": app.name,
            "app_id": app.id,
            "user_id": app.user_id,
        }
    }
