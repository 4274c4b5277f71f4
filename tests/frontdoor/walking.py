"""Walking the request form as a browser does: answer a page, follow where it leads."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

SEEN = re.compile(r'name="seen" value="([^"]*)"')

PARENT: dict[str, dict[str, Any]] = {
    "who": {"asker": "parent"},
    "danger": {"in_danger_now": "no"},
    "sharing": {"agreed": "yes"},
    "person/you": {
        "known_as": "Marta",
        "family_name": "Vale",
        "relation": "parent",
        "lives_with_children": "yes",
    },
    "birth/you": {
        "how": "exact",
        "birth_date-day": "1",
        "birth_date-month": "3",
        "birth_date-year": "1996",
        "sex": "F",
    },
    "contact": {"telephone": "020 7946 0001", "safe_to_call": "yes", "needs_interpreter": "no"},
    "people": {"more": "no"},
    "other-parent": {"other_parent": "not_known"},
    "home": {"postcode": "SE13 6LY", "address_secret": "no"},
    "worries": {"worries": "I feel low."},
    "strengths": {"strengths": "We laugh a lot."},
    "hopes": {"hopes": "To sleep."},
    "child-words": {"child_words": ""},
    "helping": {"others_helping": "My mum"},
    "scale": {"how_things_are": "3"},
    "screening/you": {"you__mental_health": "yes"},
    "background": {"background": "no"},
}
PRACTITIONER: dict[str, dict[str, Any]] = {
    "danger": {"in_danger_now": "no"},
    "sharing": {"agreed": "yes", "agreed_by": "Marta, at home"},
    "asker": {"job": "Health visitor", "works_with": "children"},
    "contact": {"name": "Marta Vale"},
    "people": {"more": "no"},
    "other-parent": {"other_parent": "none"},
    "home": {"postcode": "SE13 6LY"},
    "story": {"worries": "She is low."},
    "background": {"background": "no"},
}


def begin(client: Client, number: int = 1) -> HttpResponse:
    """Press Start."""
    response = client.post("/ask/")
    assert response["Location"].startswith(f"/ask/{number}/")
    return response


def answer(
    client: Client, step: str, given: dict[str, Any], *, number: int = 1, query: str = ""
) -> HttpResponse:
    """Look at a page and send its answers."""
    address = f"/ask/{number}/{step}/{query}"
    shown = client.get(address)
    assert shown.status_code == 200, (address, shown.status_code, shown.get("Location"))
    found = SEEN.search(shown.content.decode())
    return client.post(address, {**given, "seen": unescape(found[1]) if found else ""})


def walk(client: Client, answers: dict[str, dict[str, Any]], *, number: int = 1) -> HttpResponse:
    """Answer page after page, wherever each leads, until the answers are to be checked."""
    response = begin(client, number)
    for _ in range(60):
        step = response["Location"].removeprefix(f"/ask/{number}/").rstrip("/")
        if step == "check":
            return response
        response = answer(client, step, answers.get(step, {}), number=number)
        assert response.status_code == 302, (step, response.content.decode())
    raise AssertionError("the form has no end")
