"""Where people live and how they may, and must not, be reached."""

from django.db import models

from rightdoor.families.models.people import Person


class Address(models.Model):
    """An address somebody had, from when until when. Never one that must be kept secret."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    lines = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=10, blank=True, db_index=True)
    area = models.CharField(max_length=12, blank=True, help_text="Code of the ward or district, if known.")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="address_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.postcode or "Address"


class ProtectedAddress(models.Model):
    """An address that somebody must not learn. Stored apart; read only by those with that permission."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="protected_addresses")
    lines = models.CharField(max_length=300)
    postcode = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=300)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "protected addresses"

    def __str__(self) -> str:
        return "Protected address"


class ContactPoint(models.Model):
    """A telephone or e-mail address, and whether it is safe to use."""

    class Kind(models.TextChoices):
        """How they are reached."""

        PHONE = "phone", "Telephone"
        EMAIL = "email", "E-mail"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=320)
    safe = models.BooleanField(null=True, help_text="None: not known yet. False: never use it.")
    note = models.CharField(max_length=200, blank=True, help_text="When to call, whether to leave a message.")

    def __str__(self) -> str:
        return self.get_kind_display()
