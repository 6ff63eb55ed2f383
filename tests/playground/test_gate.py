"""Who may talk to the server?"""

import httpx
import pytest

from bot.playground.server import Playground


async def got(playground: Playground, method: str, path: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(base_url=playground.url) as client:
        return await client.request(method, path, headers=headers)


@pytest.mark.parametrize("host", ["rebound.example", "rebound.example:80", "127.0.0.1.example", ""])
async def test_other_names_for_this_machine_are_refused(host: str, playground: Playground) -> None:
    """A page that points its own name at 127.0.0.1 gets nothing, not even the state."""
    answer = await got(playground, "GET", "/state", Host=host)
    assert answer.status_code in {400, 403}
    assert "Mara" not in answer.text


async def test_other_pages_are_refused(playground: Playground) -> None:
    """A request that a foreign page sends is not taken."""
    answer = await got(playground, "POST", "/do/type", Origin="http://example.org")
    assert answer.status_code == 403


async def test_localhost_and_programs_are_let_through(playground: Playground) -> None:
    """Our own page by either name, and programs that send no origin."""
    port = playground.url.rsplit(":", 1)[1]
    own = {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}"}
    assert (await got(playground, "GET", "/state", **own)).status_code == 200
    assert (await got(playground, "GET", "/state")).status_code == 200


async def test_the_page_may_load_nothing_from_elsewhere(playground: Playground) -> None:
    """The content security policy lets in our own files only."""
    answer = await got(playground, "GET", "/")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
