"""The description of our own API, made from the types it answers with."""

from copy import deepcopy
from typing import Any

from django.conf import settings
from django.urls import reverse
from ninja import NinjaAPI

NO_VALUE = {"type": "null"}


def description(api: NinjaAPI) -> dict[str, Any]:
    """Describe the API as it is: nothing is ever null, and every address is under one."""
    told: dict[str, Any] = _without_null(deepcopy(dict(api.get_openapi_schema(path_prefix=""))))
    told["servers"] = [{"url": f"{settings.ADDRESS}{reverse('open:root')}".rstrip("/")}]
    told["info"]["description"] = (
        "Open Referral UK (HSDS-UK 3.0), without a key. Fields under “x_rightdoor” are ours; "
        "other fields that the UK profile does not name have their international HSDS 3.0 names."
    )
    for path in told["paths"].values():
        asked = {one["name"] for one in path["get"].get("parameters", ())}
        if "format" in asked:
            path["get"]["responses"][200]["content"]["application/x-ndjson"] = {"schema": {}}
    return told


def _without_null(told: Any) -> Any:
    if isinstance(told, list):
        return [_without_null(one) for one in told]
    if not isinstance(told, dict):
        return told
    kept = {key: _without_null(value) for key, value in told.items()}
    choices = [one for one in kept.get("anyOf", ()) if one != NO_VALUE]
    if len(choices) < len(kept.get("anyOf", ())):
        del kept["anyOf"]
        if kept.get("default", 0) is None:
            del kept["default"]
        kept |= choices[0] if len(choices) == 1 else {"anyOf": choices}
    return kept
