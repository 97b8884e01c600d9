"""What ``/log membership`` understands."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.memberships import Membership
from bot.domain.networks import NETWORKS
from bot.domain.periods import Period, Precision
from bot.errors import BotError
from bot.parsing.context import Context
from bot.parsing.memberships import LogMembership, MissingNetwork, read_membership
from bot.parsing.networks import read_network, same_network
from tests.unit.parsing.context import TEAM, opened

SINCE_2005 = Period(date(2005, 1, 1), date(2005, 12, 31), Precision.YEAR)


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


@pytest.mark.parametrize(
    ("text", "network", "acronym"),
    [
        ("Asian Mayors Forum (AMF)", "Asian Mayors Forum", "AMF"),
        ("AMF (Asian Mayors Forum)", "Asian Mayors Forum", "AMF"),
        ("ICLEI – Local Governments for Sustainability", "Local Governments for Sustainability", "ICLEI"),
        ("ICLEI: Local Governments for Sustainability", "Local Governments for Sustainability", "ICLEI"),
        ("Eurocities", "Eurocities", ""),
        ("EUROCITIES", "EUROCITIES", "EUROCITIES"),
        ("BSEC-PA", "BSEC-PA", "BSEC-PA"),
        ("The League Of Historical Cities", "The League Of Historical Cities", ""),
        # What is left out is filled in for the networks that everybody has.
        ("iclei", "Local Governments for Sustainability", "ICLEI"),
        (
            "World e-Governments Organization of Cities and Local Governments",
            "World e-Governments Organization of Cities and Local Governments",
            "WeGO",
        ),
        (
            "United Cities and Local Governments – Middle East & West Asia Section (UCLG-MEWA)",
            "United Cities and Local Governments – Middle East & West Asia Section",
            "UCLG-MEWA",
        ),
        ("Covenant of Mayors 2030", "Covenant of Mayors 2030", ""),
    ],
)
def test_networks_and_their_acronyms(context: Context, text: str, network: str, acronym: str) -> None:
    assert read_membership(text, context) == LogMembership(Membership(network=network, acronym=acronym), None)


@pytest.mark.parametrize(
    "text",
    [
        "Eurocities since 2005",
        "Eurocities, member since 2005",
        "Eurocities 2005",
        "since 2005 Eurocities",
        "Eurocities 2005'ten beri",
        "Eurocities, 2005 yılından beri üyeyiz",
        "Eurocities, üyelik tarihi: 2005",
    ],
)
def test_since_when(context: Context, text: str) -> None:
    assert read_membership(text, context) == LogMembership(Membership(network="Eurocities"), SINCE_2005)


def test_a_turkish_chat_gets_the_turkish_name() -> None:
    with opened(replace(TEAM, language="tr")) as context:
        read = read_membership("TDBB", context)
    assert read.membership == Membership(network="Türk Dünyası Belediyeler Birliği", acronym="TDBB")


@pytest.mark.parametrize("text", ["", "since 2005", "2005"])
def test_a_missing_network_is_asked(context: Context, text: str) -> None:
    with pytest.raises(MissingNetwork):
        read_membership(text, context)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("ICLEI", ""), ("Local Governments for Sustainability", "ICLEI"), True),
        (("Union of Turkish World Municipalities", "TDBB"), ("Türk Dünyası Belediyeler Birliği", ""), True),
        (("The League Of Historical Cities", ""), ("league of historical cities", ""), True),
        (("Eurocities", ""), ("EUROCITIES", "EUROCITIES"), True),
        (("United Cities and Local Governments", "UCLG"), (NETWORKS[-2].name_in("en"), "UCLG-MEWA"), False),
        (("League of Historical Cities", ""), ("Tarihi Kentler Birliği", ""), False),
    ],
)
def test_one_network_has_several_names(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert same_network(one, other) is same


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.acronym)
def test_every_known_network_is_found_by_each_of_its_names(network: object) -> None:
    assert network in NETWORKS
    for known in NETWORKS:
        for name in (known.acronym, *known.names.values(), *known.also):
            assert read_network(name, "en")[1] == known.acronym


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_is_a_membership_or_a_problem_that_can_be_put_right(context: Context, text: str) -> None:
    with suppress(BotError):
        assert read_membership(text, context).membership.network.strip()
