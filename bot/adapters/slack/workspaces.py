"""The workspaces that we are installed in, by (enterprise, team)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Workspace:
    """One installation: ``user`` is our own bot user there, ``bot`` the id that our posts carry."""

    team: str
    user: str
    bot: str
    enterprise: str = ""

    @property
    def account(self) -> str:
        """Our account as it is stored: team ids are unique, the enterprise stands before them where there is one."""
        return f"{self.enterprise}/{self.team}" if self.enterprise else self.team


class Workspaces:
    """All of them; one, as long as there is one token."""

    def __init__(self, workspaces: Iterable[Workspace]) -> None:
        self._open = {(workspace.enterprise, workspace.team): workspace for workspace in workspaces}

    def find(self, enterprise: str | None, team: str | None) -> Workspace | None:
        """The workspace that a request is from. A team's own enterprise need not be told."""
        found = self._open.get((enterprise or "", team or ""))
        if found or not team:
            return found
        known = [workspace for (_, its_team), workspace in self._open.items() if its_team == team]
        return known[0] if len(known) == 1 and not (enterprise and known[0].enterprise) else None

    def of_bot(self, bot: str | None) -> Workspace | None:
        """The workspace in which we are this bot: a button may be pressed from elsewhere (Slack Connect)."""
        return next((workspace for workspace in self._open.values() if bot and workspace.bot == bot), None)

    def close(self, workspace: Workspace) -> None:
        """The app was taken away there."""
        self._open.pop((workspace.enterprise, workspace.team), None)

    def is_open(self, workspace: Workspace) -> bool:
        """Whether we may still speak there."""
        return (workspace.enterprise, workspace.team) in self._open
