"""A person, with any part unknown."""

import uuid

from django.db import models


class Sex(models.TextChoices):
    """Sex as recorded in national returns; an unborn child is always not known."""

    FEMALE = "F", "Female"
    MALE = "M", "Male"
    NOT_KNOWN = "U", "Not known"


class Person(models.Model):
    """Somebody who matters to a family. Only what they are known as is asked for; all else may be unknown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    known_as = models.CharField(
        max_length=200, help_text="What they are called, or 'Baby, expected in January'."
    )
    family_name = models.CharField(max_length=200, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_exact = models.BooleanField(
        default=True, help_text="False where only the year or an age was told."
    )
    due_date = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.NOT_KNOWN)
    ethnicity = models.CharField(max_length=4, blank=True)
    religion = models.CharField(max_length=30, blank=True)
    first_language = models.CharField(max_length=10, blank=True)
    needs_interpreter = models.BooleanField(null=True, blank=True)
    disabilities = models.JSONField(default=list, help_text="Codes of the national list; empty is not known.")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="was"
    )
    search_key = models.CharField(max_length=200, db_index=True, blank=True, help_text="Folded family name.")
    given_key = models.CharField(max_length=200, db_index=True, blank=True, help_text="Folded first name.")
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(birth_date__isnull=True) | models.Q(due_date__isnull=True),
                name="born_or_expected_never_both",
            ),
            models.CheckConstraint(
                condition=models.Q(due_date__isnull=True) | models.Q(sex="U"), name="unborn_sex_not_known"
            ),
        ]
        indexes = [
            models.Index(fields=["birth_date"], name="person_birth"),
            models.Index(fields=["search_key", "given_key"], name="person_names"),
        ]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name used day to day, with the family name where there is one."""
        return f"{self.known_as} {self.family_name}".strip()


class PersonName(models.Model):
    """Another name a person has or had: birth name, married name, spelling, nickname."""

    class Kind(models.TextChoices):
        """Why there is another name."""

        BIRTH = "birth", "Name at birth"
        FORMER = "former", "Earlier name"
        ALSO = "also", "Also known as"
        SPELLING = "spelling", "Other spelling"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="other_names")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ALSO)
    given = models.CharField(max_length=200, blank=True)
    family_name = models.CharField(max_length=200, blank=True)
    search_key = models.CharField(max_length=200, db_index=True, blank=True)

    def __str__(self) -> str:
        return f"{self.given} {self.family_name}".strip()


class Identifier(models.Model):
    """A number by which some system knows a person."""

    class System(models.TextChoices):
        """Whose number it is."""

        NHS = "nhs", "NHS number"
        UPN = "upn", "Unique pupil number"
        COUNCIL = "council", "Council's own number"
        OTHER = "other", "Other number"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    system = models.CharField(max_length=10, choices=System)
    value = models.CharField(max_length=40)
    verified = models.BooleanField(default=False)
    source = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "system", "value"], name="one_identifier_once"),
        ]
        indexes = [models.Index(fields=["system", "value"], name="identifier_lookup")]

    def __str__(self) -> str:
        return f"{self.get_system_display()} {self.value}"
