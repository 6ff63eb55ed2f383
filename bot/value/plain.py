"""What are the values without numbers: names, readings of a closed list, and own words?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """A set of entities by id, sorted; one id for facts with a single answer."""

    ids: tuple[str, ...]

    @classmethod
    def of(cls, *ids: str) -> Names:
        """The set of `ids`, whatever their order and repetitions."""
        return cls(tuple(sorted(set(ids))))

    @property
    def as_written(self) -> str:
        """The ids, for messages to curators."""
        return ", ".join(self.ids)


@dataclass(frozen=True)
class Reading:
    """One of the readings that a fact lists, by key."""

    key: str

    @property
    def as_written(self) -> str:
        """The key, for messages to curators."""
        return self.key


@dataclass(frozen=True)
class OwnWords:
    """A curator's short paraphrase, where nothing more exact fits."""

    text: str

    @property
    def as_written(self) -> str:
        """The words."""
        return self.text
