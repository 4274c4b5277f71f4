"""What finding help looks through: one row for each service, made from what the public may be told of it."""

from django.db import models

from rightdoor.access.models import Practitioner
from rightdoor.directory.models.services import Service


class SearchEntry(models.Model):
    """A service made ready to be looked for. Full-text indexes of the database stand on `name` and `rest`."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, related_name="search_entry")
    name = models.TextField(help_text="Stems of the name, a space between them.")
    rest = models.TextField(help_text="Stems of everything else, and its issues.")
    ready = models.JSONField(help_text="What ranking needs, as the engine made it.")
    placed = models.BooleanField(help_text="Whether it has a place that may be told of.")
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["placed", "id"], name="search_entry_placed")]

    def __str__(self) -> str:
        return str(self.service)


class SearchSpot(models.Model):
    """Where a service happens, as far as the public may be told."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="spots")
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["lat", "lon"], name="search_spot_position")]

    def __str__(self) -> str:
        return f"{self.lat}, {self.lon}"


class WordGroup(models.Model):
    """Words that mean the same here, kept by staff: what one of them finds, the others find too."""

    words = models.JSONField(help_text="Two words or phrases at least.")
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        Practitioner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return ", ".join(self.words)
