"""Clans: how an article names one, and the village that stands in its name."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import COMMUNES, NAME, places_named

CLAN = re.compile(rf"\b(?:[Dd]òng họ|[Tt]ộc họ|[Hh]ọ)\s+{NAME}")


def clan_of(headline: str) -> str:
    """Return the clan that a headline begins with, or names where it names nobody else."""
    hit = CLAN.search(headline)
    own = hit and (hit.start() == 0 or not places_named(headline))
    return re.sub(r"^[Hh]ọ|^dòng họ", "Dòng họ", hit[0]) if hit and own else ""


def with_village(clan: str, lines: Sequence[str]) -> str:
    """Return the name of a clan with the village that the lines put it in, as the register names clans.

    How the village is called stands before its commune: «họ A làng B … họ A ở thôn B, xã C» is of the thôn B.
    """
    behind = re.compile(
        rf"\b[Hh]ọ {re.escape(clan.rpartition(' họ ')[2])}[,(]? (?:(?:ở|tại) )?((?:thôn|xóm|bản|ấp|làng) {NAME})"
    )
    hits = [hit for line in lines if (hit := behind.search(line))]
    in_commune = (hit for hit in hits if re.match(rf",? \(?(?:{'|'.join(COMMUNES)})\b", hit.string[hit.end() :]))
    hit = next(in_commune, next(iter(hits), None))
    return f"{clan}, {hit[1]}" if hit else clan
