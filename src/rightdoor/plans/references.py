"""How this room's records are named to other rooms: always "<model label>:<id>", never a name."""

from django.db import models


def reference(record: models.Model) -> str:
    """Give the name under which other records point to this one."""
    return f"{record._meta.label_lower}:{record.pk}"
