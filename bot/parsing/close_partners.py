"""Which of the team's partners a mistyped name may mean."""

from sqlalchemy import Connection

from bot.domain.partners import Partner
from bot.folding import fold
from bot.parsing.places.fuzzy import allowed_edits
from bot.storage.partners import all_aliases, load_partners

_OFFERED = 3


def close_partners(db: Connection, team_id: int, name: str) -> list[Partner]:
    """The partners of whose names one is within the mistakes allowed for ``name``, the closest first; at most three.

    Optimal string alignment: a swap of neighbours is one mistake. Every name of the team is compared, in memory.
    """
    folded = fold(name)
    edits = allowed_edits(folded)
    if not edits:
        return []
    from rapidfuzz import process  # slow to import, and needed for a mistyped name only
    from rapidfuzz.distance import OSA

    aliases = all_aliases(db, team_id)
    names = [alias for alias, _ in aliases]
    found = process.extract(folded, names, scorer=OSA.distance, score_cutoff=edits, limit=4 * _OFFERED)
    ids = list(dict.fromkeys(aliases[at][1] for _, _, at in found))[:_OFFERED]
    partners = load_partners(db, team_id, ids)
    return [partners[partner_id] for partner_id in ids]
