"""Walking every address of the house, as everybody, by GET and by POST."""

import re
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.contrib.messages import ERROR, get_messages
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from rightdoor.access.models import Practitioner

TABLE = Path(__file__).with_name("walk.toml")
ANONYMOUS, SIGHTED = "anonymous", "sighted"
METHODS = ("get", "post")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Answer = str | int


@dataclass(frozen=True)
class Address:
    """One address: its whole name, and what varies in it with a value that nothing has."""

    name: str
    varies: dict[str, object]


@dataclass
class World:
    """Who walks, and the records that addresses can name."""

    actors: dict[str, Practitioner | None]
    samples: dict[str, Any] = field(default_factory=dict)

    def path(self, address: Address) -> str:
        """Give a path, to the samples where there are any; one named with the room comes first."""
        room = address.name.partition(":")[0]
        known = {
            name: self.samples.get(f"{room}:{name}", self.samples.get(name, nothing))
            for name, nothing in address.varies.items()
        }
        return reverse(address.name, kwargs=known)


NOTHING: dict[str, object] = {"UUIDConverter": uuid.UUID(int=7), "IntConverter": 7, "": "a-b"}


def addresses() -> list[Address]:
    """Give every address of the house."""
    return sorted(_within(get_resolver().url_patterns, "", {}), key=lambda address: address.name)


def _within(
    patterns: list[URLPattern | URLResolver], prefix: str, before: dict[str, object]
) -> Iterator[Address]:
    for pattern in patterns:
        varies = {**before, **_varies(pattern)}
        if isinstance(pattern, URLResolver):
            own = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _within(pattern.url_patterns, own, varies)
        else:
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(prefix + pattern.name, varies)


def _varies(pattern: URLPattern | URLResolver) -> dict[str, object]:
    converters = {name: type(one).__name__ for name, one in pattern.pattern.converters.items()}
    groups = dict.fromkeys(getattr(pattern.pattern, "regex", re.compile("")).groupindex, "") | converters
    return {name: NOTHING.get(kind, "nothing") for name, kind in groups.items()} | (
        {"uidb36": "a"} if "uidb36" in groups else {}
    )


def walk(world: World) -> dict[tuple[str, str, str], Answer]:
    """Ask for every address by every method as everybody; nothing done on the way is kept."""
    answers = {}
    for actor, practitioner in world.actors.items():
        cookies = _cookies(practitioner)
        cache.clear()
        for address in addresses():
            for method in METHODS:
                answers[address.name, method, actor] = _ask(world.path(address), method, cookies)
    return answers


def _cookies(practitioner: Practitioner | None) -> Any:
    client = Client()
    if practitioner:
        client.force_login(practitioner, backend=BACKEND)
    return client.cookies


def _ask(path: str, method: str, cookies: Any) -> Answer:
    client = Client(raise_request_exception=False)
    client.cookies.update(cookies)
    with transaction.atomic():
        # Something is always sent, as a browser always sends its token.
        answer = told(client.post(path, {"sent": "yes"}) if method == "post" else client.get(path))
        transaction.set_rollback(True)
    return answer


def told(response: HttpResponse) -> Answer:
    """Say an answer in one word: a code, that one is sent to sign in, or led back with a refusal."""
    if response.status_code != HTTPStatus.FOUND:
        return response.status_code
    if response["Location"].startswith("/sign-in/?"):
        return "sign-in"
    said = get_messages(response.wsgi_request)  # type: ignore[attr-defined]  # the test client's
    return "refused" if any(message.level >= ERROR for message in said) else HTTPStatus.FOUND.value


def table() -> dict[str, dict[str, dict[str, Answer]]]:
    """Give the reviewed table: address, method, then who gets what (`others`: all not named)."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def row(answers: dict[tuple[str, str, str], Answer], name: str, actors: list[str]) -> str:
    """Write a row of the table as things stand, to be read by a person before it is believed."""
    lines = [f'["{name}"]']
    for method in METHODS:
        given = {actor: answers[name, method, actor] for actor in actors}
        roles = [answer for actor, answer in given.items() if actor not in (ANONYMOUS, SIGHTED)]
        usual = max(set(roles), key=roles.count)
        said = {actor: answer for actor, answer in given.items() if answer != usual} | {"others": usual}
        lines.append(f"{method} = {{ " + ", ".join(f"{who} = {_toml(a)}" for who, a in said.items()) + " }")
    return "\n".join(lines) + "\n"


def _toml(answer: Answer) -> str:
    return f'"{answer}"' if isinstance(answer, str) else str(answer)
