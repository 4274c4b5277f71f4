"""How people are related: typed, dated, and readable from both ends."""

from django.db import models

from rightdoor.families.models.people import Person


class Relationship(models.Model):
    """`person` is the `kind` of `other`. Stored once; the inverse is read from the code list."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relationships")
    kind = models.CharField(max_length=40, help_text="A code of the relationship list.")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relationships_in")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(person=models.F("other")), name="nobody_is_their_own_relation"
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "other"],
                condition=models.Q(until__isnull=True),
                name="one_open_relationship",
            ),
        ]

    def __str__(self) -> str:
        return self.kind
