"""How does the workspace say no?"""


class RefusedError(Exception):
    """Slack says no: `code` as Slack names it, `details` for the person who has to mend it."""

    def __init__(self, code: str, *details: str) -> None:
        super().__init__(code, *details)
        self.code = code
        self.details = details


class MissingScopeError(RefusedError):
    """The token lacks a scope: one that would do, and those it has."""

    def __init__(self, needed: str, provided: frozenset[str]) -> None:
        super().__init__("missing_scope")
        self.needed = needed
        self.provided = provided
