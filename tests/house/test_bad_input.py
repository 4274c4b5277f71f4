"""Whatever is typed into any form of the house: a clear answer, nothing lost, nothing run, never a 500."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from rightdoor.access.models import Practitioner
from tests.factories import NOW
from tests.frontdoor import factories as door
from tests.frontdoor import walking as asking
from tests.house.walking import BACKEND, World, addresses, table
from tests.house.world import world
from tests.plans import factories as plans

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
# What is typed, and what must stand in the boxes again where the form comes back.
TYPED = {
    "nothing": ("", ""),
    "too long": ("x" * 10_000, "x" * 10_000),
    "emoji": ("👪🏽 family 👩‍👧", "👪🏽 family 👩‍👧"),
    "right to left": ("\u202eשלום مرحبا", "שלום مرحبا"),
    "script": (f"{SCRIPT}'\"><img src=x onerror=alert(1)>", SCRIPT),
    "formula": ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    "zero byte": ("zero\x00byte \ud800", "zero"),
    "only spaces": (" \t\n ", ""),
}
IMPOSSIBLE = {"day": "31", "month": "2", "year": "20270"}
POSSIBLE = {"day": "25", "month": "11", "year": "2026"}
ANSWERED = {200, 302, 400, 403, 404, 405, 409, 422, 429}
WRITTEN = {"text", "search", "email", "tel", "url", "number", "password"}


@dataclass
class Form:
    """A form as a page draws it: where it goes, and what it holds before anybody types."""

    address: str
    kept: dict[str, Any] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    chosen: dict[str, list[str]] = field(default_factory=dict)

    @property
    def days(self) -> list[dict[str, str]]:
        """What to type as a day. One that exists lets words through to where they are kept and shown."""
        asked = any(name.rpartition("-")[2] in IMPOSSIBLE for name in self.written)
        return [IMPOSSIBLE, POSSIBLE] if asked else [IMPOSSIBLE]

    def filled(self, typed: str, day: dict[str, str]) -> dict[str, Any]:
        """Give the form with this in every box, this in every day, and the last choice of every list."""
        given: dict[str, Any] = {**self.kept}
        for name in self.written:
            part = name.rpartition("-")[2]
            given[name] = day.get(part, typed) if typed.strip() else typed
        if typed:
            given |= {name: offered[-1] for name, offered in self.chosen.items() if offered}
        return given


def forms_of(answer: HttpResponse, path: str) -> Iterator[Form]:
    """Find the forms of a page that send something."""
    if "html" not in answer.headers.get("content-type", ""):
        return
    for drawn in BeautifulSoup(answer.content, "html.parser").select("main form[method=post]"):
        form = Form(urljoin(path, str(drawn.get("action") or path)).partition("#")[0])
        for box in drawn.select("input[name], textarea[name], select[name]"):
            _note(form, box)
        yield form


def _note(form: Form, box: Tag) -> None:
    name, kind = str(box["name"]), str(box.get("type", "text"))
    if box.name == "select":
        form.chosen[name] = [str(one.get("value", "")) for one in box.select("option")]
    elif kind in {"radio", "checkbox"}:
        form.chosen.setdefault(name, []).append(str(box.get("value", "on")))
    elif kind == "hidden":
        form.kept[name] = str(box.get("value", ""))
    elif box.name == "textarea" or kind in WRITTEN:
        form.written.append(name)


def try_everything(client: Client, path: str) -> list[str]:
    """Type everything into every form of a page; give what went wrong. Nothing of it is kept."""
    cache.clear()
    return [
        f"{fault} ({kind}, form to {form.address})"
        for form in forms_of(client.get(path), path)
        for kind, (typed, again) in TYPED.items()
        for day in form.days
        for fault in _faults(client, form, form.filled(typed, day), again)
    ]


def _faults(client: Client, form: Form, given: dict[str, Any], again: str) -> Iterator[str]:
    with transaction.atomic():
        answer = client.post(form.address, _sendable(given))
        after = client.get(answer["Location"]) if answer.status_code == HTTPStatus.FOUND else answer
        transaction.set_rollback(True)
    cache.clear()
    if not {answer.status_code, after.status_code} <= ANSWERED:
        yield f"answered {answer.status_code}, then {after.status_code}"
    page = after.content.decode()
    if SCRIPT in page or "<img src=x" in page:
        yield "a script came back as it was sent"
    lost = form.written and again and again not in unescape(page)
    if answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY and lost and not _only_days(form):
        yield "what was typed is lost"
    if answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY and "govuk-error-summary" not in page:
        yield "no word on what is wrong"


def _only_days(form: Form) -> bool:
    """Say whether nothing but days, numbers and passwords is written, which come back as they are or not."""
    return all(name.rpartition("-")[2] in IMPOSSIBLE or "password" in name for name in form.written)


def _sendable(given: dict[str, Any]) -> dict[str, Any]:
    # Django's test client cannot write half a character; a browser cannot either.
    return {name: value.replace("\ud800", "\ufffd") for name, value in given.items()}


def signed_in(who: Practitioner | None) -> Client:
    """Give a client that answers 500 instead of raising, signed in as somebody."""
    client = Client(raise_request_exception=False)
    if who:
        client.force_login(who, backend=BACKEND)
    return client


@pytest.fixture(autouse=True)
def _some_days_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be typed three days after the world began."""
    monkeypatch.setattr(timezone, "now", lambda: plans.later(3))


@pytest.fixture(scope="module")
def walked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield world()
        transaction.set_rollback(True)


def somebody(name: str) -> str:
    """Give who, by the table of the walk, is shown this address; nobody when there is none."""
    row = table()[name]["get"]
    order = ["sighted", "front_door", "panel_chair", "governance", "supervisor", "anonymous", "lead"]
    return next((one for one in order if row.get(one, row["others"]) == HTTPStatus.OK), "")


@pytest.mark.parametrize(
    "address", [one for one in addresses() if somebody(one.name)], ids=lambda one: one.name
)
def test_whatever_is_typed_is_answered_and_comes_back(address: Any, walked: World):
    client = signed_in(walked.actors[somebody(address.name)])
    faults = try_everything(client, walked.path(address))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("answers", [asking.PARENT, asking.PRACTITIONER], ids=["parent", "practitioner"])
def test_whatever_is_typed_when_asking_is_answered_and_comes_back(answers: dict[str, dict[str, Any]]):
    signed = answers is asking.PRACTITIONER
    client = signed_in(door.factories.practitioner("practitioner") if signed else None)
    asking.walk(client, answers)
    pages = [f"/ask/1/{step}/" for step in answers] + [
        "/ask/1/person/p1/",
        "/ask/1/birth/p1/",
        "/ask/come-back/",
    ]
    faults = [fault for path in pages for fault in try_everything(client, path)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", ["", "known/", "screening/", "level/", "decide/", "pause/", "agree/"])
def test_whatever_is_typed_about_a_request_in_hand_is_answered_and_comes_back(page: str):
    officer = door.officer()
    sent = door.request(NOW) if page == "known/" else door.ready(NOW, by=officer)
    faults = try_everything(signed_in(officer), f"/requests/{sent.pk}/{page}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", ["assessment", "assessment/finish", "step-down", "closing", "lead/offer"])
def test_whatever_is_typed_into_a_plan_is_answered_and_comes_back(page: str):
    scene = plans.opened() if page == "assessment/finish" else plans.agreed()[0]
    faults = try_everything(signed_in(scene.cast.lead), f"/plans/{scene.family.pk}/{page}/")
    assert not faults, "\n".join(faults)


def test_the_sweep_types_into_most_forms_of_the_house(walked: World):
    shown = [(walked.path(one), somebody(one.name)) for one in addresses() if somebody(one.name)]
    found = [
        form
        for path, who in shown
        for form in forms_of(signed_in(walked.actors[who]).get(path), path)
        if form.written
    ]
    assert len(found) > 40
