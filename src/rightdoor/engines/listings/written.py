"""What a pack writes of a service, as an entry of the directory."""

from typing import Final
from uuid import UUID, uuid5

from rightdoor.engines.listings.shape import Cost, Coverage, Listing, Provider
from rightdoor.engines.packs import Pack, Service

# Ids of what a pack names are the same in every house that loads it.
SPACE: Final = UUID("2f6f0f5e-7d0c-4b52-9a0b-3c1f1f5f8f10")
NOBODY: Final = "Provider not known"


def from_pack(pack: Pack, service: Service) -> Listing:
    """Give the entry a pack's service begins as. What the pack calls unknown stays unknown."""
    return Listing(
        id=uuid5(SPACE, f"{pack.id}/service/{service.id}"),
        slug=service.id,
        name=service.name,
        provider=_provider(pack, service.provider or NOBODY),
        commissioner=service.commissioner,
        about=service.about,
        who_for=service.who_for,
        how_in=service.how_in,
        how_in_note=service.how_in_note,
        stage=service.stage,
        levels=service.levels,
        ithrive=service.ithrive,
        issues=service.issues,
        offer=service.offer,
        audience=service.audience,
        age_from_months=service.age_from_months,
        age_to_months=service.age_to_months,
        for_pregnancy=service.for_pregnancy,
        rule=service.eligibility,
        delivery=service.delivery,
        coverage=Coverage(kind=service.covers),
        cost=_cost(service.cost),
        creche=service.creche,
        languages=service.languages,
        access_needs="" if service.access_needs == "unknown" else service.access_needs,
        capacity=service.capacity,
        where=service.where,
        when=service.when,
        source=service.source,
        as_of=service.as_of,
    )


def _provider(pack: Pack, name: str) -> Provider:
    return Provider(id=uuid5(SPACE, f"{pack.id}/provider/{name}"), name=name)


def _cost(words: str) -> Cost:
    if words in {"unknown", "free"}:
        return Cost(kind="free" if words == "free" else "unknown")
    return Cost(kind="paid", words=words)
