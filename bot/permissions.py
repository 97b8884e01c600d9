"""Who may do what. A role is a set of permissions; every command names the one that it needs."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import BotError
from bot.i18n import N_


class Permission(StrEnum):
    """READ looks things up, WRITE logs and changes records, ADMIN changes the team's own settings."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


class Role(StrEnum):
    """What a member of a team is."""

    VIEWER = "viewer"
    MEMBER = "member"
    ADMIN = "admin"


class NotPermitted(BotError):
    """The member's role does not include what the command needs."""

    text = N_("Your role does not allow /{command}.")
    advice = N_("Ask an admin of your team.")


_PERMISSIONS = {
    Role.VIEWER: frozenset({Permission.READ}),
    Role.MEMBER: frozenset({Permission.READ, Permission.WRITE}),
    Role.ADMIN: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The member who speaks, and their team."""

    member_id: int
    team_id: int
    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Whether the actor's role includes ``permission``."""
        return permission in _PERMISSIONS[self.role]
