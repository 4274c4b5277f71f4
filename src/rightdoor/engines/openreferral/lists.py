"""Our own lists of words as taxonomies. Their ids are the same in every house."""

from collections.abc import Iterable
from typing import Final, NamedTuple
from uuid import uuid5

from rightdoor.engines.listings import Listing, Term
from rightdoor.engines.listings.written import SPACE
from rightdoor.engines.openreferral.shapes import Attribute, Taxonomy, TaxonomyTerm


class Own(NamedTuple):
    """A list of ours: the field of an entry, its name, what it is for, and its words."""

    field: str
    name: str
    about: str
    words: dict[str, str]


def _plain(*codes: str) -> dict[str, str]:
    return {code: code.replace("-", " ").capitalize() for code in codes}


LISTS: Final = (
    Own(
        "issues",
        "Issues",
        "What a service helps with.",
        {
            **_plain("parenting", "mental-health", "substance-misuse", "domestic-abuse", "offending"),
            **_plain("education", "health", "young-carers", "pregnancy", "separation", "exploitation"),
            "housing-money": "Housing and money",
            "send": "Special educational needs and disability",
        },
    ),
    Own("stage", "Stages", "How much help: for everybody, for some, for few.",
        _plain("universal", "targeted", "specialist")),
    Own("levels", "Levels of need", "The level of need a service is meant for.",
        {str(level): f"Level {level}" for level in range(1, 5)}),
    Own("ithrive", "i-THRIVE", "The i-THRIVE grouping a service belongs to.",
        _plain("thriving", "getting-advice", "getting-help", "getting-more-help", "getting-risk-support")),
    Own("offer", "Five-level offer", "Level of the five-level parenting offer.",
        _plain("media", "drop-in", "discussion-group", "group-programme", "specialist-programme")),
    Own("audience", "Audience", "Whom a service is for, where it is for some people only.",
        _plain("mothers", "fathers", "young-people", "carers", "grandparents", "practitioners")),
    Own("delivery", "Delivery", "How help is given.",
        _plain("in-person", "online", "telephone", "home-visit")),
)  # fmt: skip
FIELDS: Final = {one.field: one for one in LISTS}


def taxonomy_id(name: str) -> str:
    """Give the id of a list, ours or another's, by its name."""
    return str(uuid5(SPACE, f"taxonomy/{name}"))


def term_id(taxonomy: str, code: str) -> str:
    """Give the id of a word of a list."""
    return str(uuid5(SPACE, f"taxonomy/{taxonomy}/{code}"))


def own_term(one: Own, code: str) -> TaxonomyTerm:
    """Give a word of one of our lists."""
    name = one.words.get(code) or code.replace("-", " ").capitalize()
    return TaxonomyTerm(
        id=term_id(one.field, code), name=name, description=f"{one.about} {name}.", code=code,
        taxonomy=one.name, taxonomy_id=taxonomy_id(one.field),
    )  # fmt: skip


def other_term(term: Term, uri: str | None) -> TaxonomyTerm:
    """Give a word of a list that came with an entry."""
    listed = term.taxonomy or "Other"
    return TaxonomyTerm(
        id=term_id(f"other/{listed}", term.name), name=term.name, description=term.name,
        taxonomy=listed, taxonomy_id=taxonomy_id(f"other/{listed}"), term_uri=uri,
    )  # fmt: skip


def codes(entry: Listing, field: str) -> list[str]:
    """Give the words of one of our lists that are said of an entry."""
    value = getattr(entry, field)
    told = (value,) if isinstance(value, str) else value
    return [str(code) for code in told if code != ""]


def attribute(entry_id: str, link: str, term: TaxonomyTerm) -> Attribute:
    """Say a word of a list of an entry."""
    made = uuid5(SPACE, f"attribute/{entry_id}/{link}/{term.id}")
    return Attribute(
        id=str(made), link_id=entry_id, taxonomy_term_id=term.id, link_type=link, taxonomy_term=term
    )


def taxonomies(others: Iterable[TaxonomyTerm] = (), ithrive: dict[str, str] | None = None) -> list[Taxonomy]:
    """Give every list whole: ours, and those of `others`, words that came with entries."""
    ours = [
        _whole(one if one.field != "ithrive" or not ithrive else one._replace(words=ithrive)) for one in LISTS
    ]
    came: dict[str, list[TaxonomyTerm]] = {}
    for term in others:
        listed = came.setdefault(str(term.taxonomy), [])
        if all(term.id != known.id for known in listed):
            listed.append(term)
    return ours + [
        Taxonomy(
            id=taxonomy_id(f"other/{name}"), name=name, description=f"Words of the list “{name}”.",
            taxonomy_terms=sorted(terms, key=lambda term: term.name),
        )
        for name, terms in sorted(came.items())
    ]  # fmt: skip


def _whole(one: Own) -> Taxonomy:
    terms = [own_term(one, code) for code in one.words]
    return Taxonomy(id=taxonomy_id(one.field), name=one.name, description=one.about, taxonomy_terms=terms)
