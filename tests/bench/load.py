"""How does one put load on a server, and how fast does it answer? By wrk where it is there, else by a loop of our own.

`python -m tests.bench.load` reads a `Load` as JSON on stdin and prints a `Measured`: a process of its own, so that
what asks does not take its time from what answers.
"""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_HEAD_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class LoadError(Exception):
    """An answer was no success, or the generator of the load did not work."""


@dataclass(frozen=True)
class Load:
    """One request that is repeated over so many connections for so long; each waits for its answer."""

    port: int
    path: str
    body: str
    headers: dict[str, str]
    connections: int
    seconds: float


@dataclass(frozen=True)
class Measured:
    """Half of the answers took no longer than `median_ms`, and so many came `per_second`.

    `worker_ms` is the processor time that the server spent on each, whatever else the machine did meanwhile.
    """

    median_ms: float
    per_second: float
    worker_ms: float = 0.0


def generator() -> str:
    """What puts the load on, for the report."""
    return "wrk" if shutil.which("wrk") else "a loop of our own in a second process"


def measure(load: Load) -> Measured:
    """Puts the load on and waits. Raises LoadError."""
    return _by_wrk(load) if shutil.which("wrk") else _by_ourselves(load)


def _by_ourselves(load: Load) -> Measured:
    given = json.dumps(asdict(load))
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"], input=given, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise LoadError(run.stderr.strip().rpartition("\n")[2])
    return Measured(**json.loads(run.stdout))


def _by_wrk(load: Load) -> Measured:
    with tempfile.NamedTemporaryFile("w", suffix=".lua", encoding="utf-8") as script:
        script.write("\n".join(_lua(load)))
        script.flush()
        timing = ["--threads", "1", "--connections", str(load.connections), "--duration", f"{load.seconds:.0f}s"]
        asking = ["wrk", *timing, "--latency", "--script", script.name, f"http://127.0.0.1:{load.port}{load.path}"]
        told = subprocess.run(asking, capture_output=True, text=True, check=True).stdout
    return read_wrk(told)


def _lua(load: Load) -> Iterator[str]:
    """The request in wrk's language, whose strings are written as JSON's are."""
    yield 'wrk.method = "POST"'
    yield f"wrk.body = {json.dumps(load.body)}"
    for name, value in load.headers.items():
        yield f"wrk.headers[{json.dumps(name)}] = {json.dumps(value)}"


def read_wrk(told: str) -> Measured:
    """What wrk reports. Raises LoadError where some answers were no success."""
    if "Non-2xx" in told or "Socket errors" in told:
        raise LoadError(f"not every answer was a success:\n{told}")
    median = re.search(r"50%\s+([\d.]+)(us|ms|s)\b", told)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if not median or not rate:
        raise LoadError(f"wrk reports otherwise than expected:\n{told}")
    return Measured(float(median[1]) * _MILLISECONDS[median[2]], float(rate[1]))


class _Asking(asyncio.Protocol):
    """One connection that sends the request again as soon as it has the whole answer."""

    def __init__(self, request: bytes, times: list[float], failed: asyncio.Future[None]) -> None:
        self._request = request
        self._times = times
        self._failed = failed
        self._answer = b""
        self._sent = 0.0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._answer += data
        head, found, body = self._answer.partition(_HEAD_END)
        length = _LENGTH.search(head)
        if not found or length is None or len(body) < int(length[1]):
            return
        self._times.append(time.perf_counter() - self._sent)
        if head.startswith(b"HTTP/1.1 200 "):
            self._ask()
        else:
            self._fail(head.partition(b"\r\n")[0].decode())

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(f"the connection was closed: {exc}")

    def _fail(self, why: str) -> None:
        if not self._failed.done():
            self._failed.set_exception(LoadError(why))

    def _ask(self) -> None:
        assert self._transport
        self._answer = b""
        self._sent = time.perf_counter()
        self._transport.write(self._request)


async def ask_repeatedly(load: Load) -> Measured:
    """Our own loop. Raises LoadError."""
    loop = asyncio.get_running_loop()
    times: list[float] = []
    failed: asyncio.Future[None] = loop.create_future()
    transports = [
        (await loop.create_connection(lambda: _Asking(_request(load), times, failed), "127.0.0.1", load.port))[0]
        for _ in range(load.connections)
    ]
    await asyncio.wait({failed}, timeout=load.seconds)
    counted = list(times)
    if failed.done():
        failed.result()
    failed.cancel()
    for transport in transports:
        transport.abort()
    if not counted:
        raise LoadError("no answer came in time")
    return Measured(statistics.median(counted) * 1000, len(counted) / load.seconds)


def _request(load: Load) -> bytes:
    body = load.body.encode()
    headers = {"Host": f"127.0.0.1:{load.port}", **load.headers, "Content-Length": str(len(body))}
    lines = [f"POST {load.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + _HEAD_END + body


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(ask_repeatedly(Load(**json.load(sys.stdin)))))))
