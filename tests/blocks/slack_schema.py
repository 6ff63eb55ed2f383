"""Does what we send have the shape that Slack's own types give it? A JSON Schema made of them, on the spot.

The types are those of the npm package `@slack/types`, in the version that .ci/slack-types names. They know which block
and element has which fields and which may stand in which, and nothing of lengths and counts.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from jsonschema import Draft7Validator

from tests.blocks.judge import Json

_GENERATOR = "ts-json-schema-generator/bin/ts-json-schema-generator.js"
_WHOLE = "View"  # a view may hold every block, so that this type brings all others along
_VIEWS = {"modal": "ModalView", "home": "HomeView"}


class SlackSchema:
    """The schema, ready to judge; `seen` keeps what was found of a block, since answers repeat theirs."""

    def __init__(self, definitions: Mapping[str, Json]) -> None:
        self._definitions = definitions
        self._validators: dict[str, Draft7Validator] = {}
        self._seen: dict[str, list[str]] = {}

    def blocks_slips(self, blocks: list[Json]) -> list[str]:
        """What is wrong with each block of a message."""
        return [slip for block in blocks for slip in self._block(block)]

    def view_slips(self, view: Json) -> list[str]:
        """What is wrong with a view, and with each block in it."""
        found = self._found(_VIEWS[view["type"]], {**view, "blocks": []})
        return [*found, *self.blocks_slips(view["blocks"])]

    def _block(self, block: Json) -> list[str]:
        if block["type"] not in self._kinds:
            return [f"Slack has no block of type {block['type']}"]
        key = json.dumps(block, sort_keys=True)
        if key not in self._seen:
            self._seen[key] = self._found(self._kinds[block["type"]], block)
        return self._seen[key]

    def _found(self, name: str, payload: Json) -> list[str]:
        errors = self._validator(name).iter_errors(payload)
        return [f"{name}{error.json_path.removeprefix('$')}: {error.message[:200]}" for error in errors]

    def _validator(self, name: str) -> Draft7Validator:
        if name not in self._validators:
            self._validators[name] = Draft7Validator({**self._definitions[name], "definitions": self._definitions})
        return self._validators[name]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The name of the definition of each type of block."""
        names = (known["$ref"].rpartition("/")[2] for known in self._definitions["KnownBlock"]["anyOf"])
        return {kind: name for name in names for kind in self._types(self._definitions[name])}

    def _types(self, definition: Json) -> set[str]:
        """Which `type` a definition asks for, in each of its forms."""
        if "$ref" in definition:
            return self._types(self._definitions[definition["$ref"].rpartition("/")[2]])
        forms = [*definition.get("anyOf", []), *definition.get("allOf", [])]
        own = definition.get("properties", {}).get("type", {}).get("const")
        return {own} - {None} | {kind for form in forms for kind in self._types(form)}


def made_schema(node: str, modules: Path) -> SlackSchema:
    """The schema of the installed types; `node` makes it in a few seconds."""
    types = modules / "@slack" / "types" / "dist" / "index.d.ts"
    making = [node, str(modules / _GENERATOR), "--path", str(types), "--no-type-check", "--type", _WHOLE]
    made = subprocess.run(making, capture_output=True, text=True, check=True)
    return SlackSchema(json.loads(made.stdout)["definitions"])
