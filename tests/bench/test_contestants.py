"""Do all apps that are measured do the same work: take a signed command, refuse another, and answer?"""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from tests.bench.__main__ import signed
from tests.bench.contestants import CONTESTANTS, OURS, SPENT_PATH, served
from tests.bench.load import Load


async def asked(name: str, load: Load) -> httpx.Response:
    """What an app answers to the request that is measured."""
    app = CONTESTANTS[name]()
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1")
    async with app.router.lifespan_context(app), client:
        return await client.post(load.path, content=load.body, headers=load.headers)


@pytest.mark.parametrize("name", CONTESTANTS)
async def test_the_signed_command_is_answered(name: str) -> None:
    """Each app answers the command with a success, ours with the deal in short."""
    answer = await asked(name, signed(1, 1, 1))
    assert answer.status_code == 200
    assert ("blocks" in answer.text) == (name == OURS)


@pytest.mark.parametrize("name", CONTESTANTS)
async def test_a_wrong_signature_is_refused(name: str) -> None:
    """Each app checks the signature, which is part of the work."""
    load = signed(1, 1, 1)
    assert (await asked(name, replace(load, body=f"{load.body}&more=1"))).status_code == 401


async def test_a_server_tells_what_it_has_spent() -> None:
    """The processor time grows with what is asked."""
    app = served(OURS)
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1")
    async with app.router.lifespan_context(app), client:
        before, after = [float((await client.get(SPENT_PATH)).text) for _ in range(2)]
    assert 0 < before <= after
