"""Whatever is asked of the open data, it answers as its own description says."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rightdoor.access import audit
from rightdoor.directory import actions
from rightdoor.directory.presenters.openapi import description
from rightdoor.directory.views.open_data import api
from tests.directory.factories import service
from tests.factories import NOW
from tests.kits.openreferral import FACTS, rich

pytestmark = pytest.mark.django_db
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Let what is asked be answered within the test's own transaction, as Django's test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@cache
def described() -> Any:
    told = description(api)
    told["servers"] = [{"url": "http://testserver/open-data"}]
    made = schemathesis.openapi.from_dict(told)
    made.app = get_wsgi_application()
    return made


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", FACTS["paths"])
def test_whatever_is_asked_is_answered_as_described(path: str, mode: GenerationMode) -> None:
    operation = described()[path]["GET"]
    if mode is GenerationMode.NEGATIVE and path == "/":
        return  # nothing can be asked of it
    actions.keep(entry=rich(status="active"), by=audit.SYSTEM, now=NOW)
    service("Bare")

    @settings(max_examples=20, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        answer = case.call()
        case.validate_response(answer, checks=CHECKS)
        assert answer.headers["access-control-allow-origin"] == ["*"]

    ask()
