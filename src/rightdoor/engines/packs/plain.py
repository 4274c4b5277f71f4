"""Schema faults said in plain sentences: what is wrong and what to do about it."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_FIXED = {
    "string_type": "Write text in quotation marks",
    "int_type": "Write a whole number without quotation marks",
    "float_type": "Write a number without quotation marks",
    "bool_type": "Write true or false without quotation marks",
    "tuple_type": "Write a list in square brackets",
    "dict_type": "Write a table of fields",
    "model_type": "Write a table of fields",
    "model_attributes_type": "Write a table of fields",
    "date_type": "Write a date such as 2026-04-01",
    "date_parsing": "Write a date such as 2026-04-01",
    "date_from_datetime_parsing": "Write a date such as 2026-04-01",
    "date_from_datetime_inexact": "Write a date without a time",
    "int_parsing": "Write a whole number",
    "float_parsing": "Write a number",
    "string_too_short": "Write something here, or remove the field if it may be left out",
}


def reason(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Say one schema fault as a sentence. `model` is the schema of the whole file."""
    kind = error["type"]
    field = _field(error)
    if kind in _SPECIAL:
        return _SPECIAL[kind](error, model)
    if kind in _FIXED:
        return f"“{field}”: {_FIXED[kind]}."
    return f"“{field}”: {error['msg'].rstrip('.')}. Correct this value."


def _field(error: ErrorDetails) -> str:
    names = [str(part) for part in error["loc"] if isinstance(part, str) and part != "[key]"]
    return names[-1] if names else "this file"


def _unknown_field(error: ErrorDetails, model: type[BaseModel]) -> str:
    field = _field(error)
    known = field_names(model_at(model, error["loc"][:-1]))
    near = get_close_matches(field, known, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"Remove it, or use one of: {', '.join(known)}."
    return f"“{field}” is not a field that belongs here. {hint}"


def _missing(error: ErrorDetails, _: type[BaseModel]) -> str:
    return f"The field “{_field(error)}” is missing. Add it."


def _not_allowed(error: ErrorDetails, _: type[BaseModel]) -> str:
    allowed = re.findall("'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    listed = ", ".join(f"“{word}”" for word in allowed)
    return f"“{_field(error)}” is {_shown(error['input'])}. Use one of: {listed}."


def _own_words(error: ErrorDetails, _: type[BaseModel]) -> str:
    return str(error.get("ctx", {}).get("error", error["msg"]))


def _bad_pattern(error: ErrorDetails, _: type[BaseModel]) -> str:
    shapes = {"id": "small letters, figures and hyphens, such as “family-thrive”"}
    shape = shapes.get(_field(error), f"the form {error.get('ctx', {}).get('pattern', '')}")
    return f"“{_field(error)}” is {_shown(error['input'])}. It must have {shape}."


def _out_of_range(error: ErrorDetails, _: type[BaseModel]) -> str:
    said = error["msg"].removeprefix("Input should be ")
    return f"“{_field(error)}” is {_shown(error['input'])}. It must be {said}."


def _shown(value: Any) -> str:
    return f"“{value}”" if isinstance(value, str) else repr(value)


_SPECIAL: dict[str, Callable[[ErrorDetails, type[BaseModel]], str]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "literal_error": _not_allowed,
    "value_error": _own_words,
    "string_pattern_mismatch": _bad_pattern,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
}


def field_names(model: type[BaseModel]) -> list[str]:
    """List the fields of a schema as they are written in a file."""
    return [info.alias or name for name, info in model.model_fields.items()]


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """Find the schema that governs a place in a file; the nearest one when the path leads nowhere."""
    for part in path:
        for name, info in model.model_fields.items():
            inner = nested_model(info.annotation) if part in (name, info.alias) else None
            if inner is not None:
                model = inner
    return model


def nested_model(annotation: Any) -> type[BaseModel] | None:
    """Give the schema inside an annotation such as tuple[Service, ...], if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := nested_model(arg))), None)
