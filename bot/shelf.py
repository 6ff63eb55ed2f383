"""What was worked out in an earlier run and need not be worked out again? One file in the user's cache folder.

The file is named by a digest of all that its content rests on, so what is stale is never read. A file that is missing,
damaged or cannot be written is no error: then the work is done again.
"""

from __future__ import annotations

import hashlib
import logging
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

Plain = tuple[Any, ...]
"""Built-in types alone, which come back equal."""

_LOG = logging.getLogger(__name__)
_OFF = "off"
_NAME = "wordings"
_SUM = hashlib.sha256().digest_size
_MACHINE = f"{sys.version} {sys.byteorder}"


@dataclass(frozen=True)
class Shelf:
    """A folder with one file at most; without a folder nothing is kept."""

    folder: Path | None = None

    def kept(self, rests_on: Iterable[bytes], make: Callable[[], Plain]) -> Plain:
        """What `make` gives, from the file where it was made before of the very same things."""
        path = self._place(rests_on)
        found = _read(path) if path else None
        if found is None:
            found = make()
            if path:
                _keep(path, found)
        return found

    def _place(self, rests_on: Iterable[bytes]) -> Path | None:
        """Where the file lies; None where nothing is kept, or what it rests on cannot be told."""
        try:
            return self.folder / f"{_NAME}-{_digest(rests_on)}" if self.folder else None
        except OSError as error:
            _LOG.info("What is worked out cannot be kept: %s", error)
            return None


NO_SHELF = Shelf()


def open_shelf(environ: Mapping[str, str]) -> Shelf:
    """The shelf in the folder that DEALCHECK_CACHE names, else in the user's cache folder; none where it says off."""
    named = environ.get("DEALCHECK_CACHE", "").strip()
    if named == _OFF:
        return NO_SHELF
    return Shelf(Path(named).expanduser() if named else user_cache_path("dealcheck", appauthor=False))


def _digest(rests_on: Iterable[bytes]) -> str:
    digest = hashlib.sha256(_MACHINE.encode())
    for part in rests_on:
        digest.update(b"%d " % len(part))
        digest.update(part)
    return digest.hexdigest()[:32]


def _read(path: Path) -> Plain | None:
    """What a file holds; None where there is none, or its sum tells that it is not as it was written."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return None
    if hashlib.sha256(content[_SUM:]).digest() != content[:_SUM]:
        return None
    held: Plain = marshal.loads(content[_SUM:])  # noqa: S302 # as trusted as the compiled modules beside the code
    return held


def _keep(path: Path, made: Plain) -> None:
    """Write the file, and remove those that rested on something else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, made)
        for other in path.parent.glob(f"{_NAME}-*"):
            if other != path:
                other.unlink(missing_ok=True)
    except OSError as error:
        _LOG.info("What was worked out is not kept: %s", error)


def _write(path: Path, made: Plain) -> None:
    """Write a file as a whole or not at all; another process may write the same."""
    packed = marshal.dumps(made)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(packed).digest() + packed)
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
