"""What may be asked of the list of tip sheets."""

from typing import Final

from rightdoor.ui.fields import Select
from rightdoor.ui.forms import BaseForm

PREGNANCY: Final = "pregnancy"
YEAR: Final = 12
# Each choice with the months of age it covers, the last not included.
AGES: Final[dict[str, tuple[str, int, int]]] = {
    "0m": ("Under 3 months", 0, 3),
    "3m": ("3 to 11 months", 3, YEAR),
    **{
        f"{year}y": (f"{year} year{'s' * (year > 1)} old", year * YEAR, (year + 1) * YEAR)
        for year in range(1, 18)
    },
}
WORRIES: Final = {
    "parenting": "Every day at home",
    "health": "Babies and health",
    "education": "School and learning",
    "mental-health": "Feeling low, scared or sad",
    "domestic-abuse": "When home is not safe",
    "separation": "When parents argue or part",
    "substance-misuse": "Drink and drugs",
    "housing-money": "Money and a home",
    "exploitation": "Safe online and outside",
    "young-carers": "Caring for somebody",
    "send": "Extra needs",
    "pregnancy": "Having a baby",
    "offending": "Trouble with the police",
}


class FindSheet(BaseForm):
    """A child's age and a worry; both may be left out."""

    age = Select(
        label="How old is your child?",
        choices=[
            ("", "Any age"),
            (PREGNANCY, "Not born yet"),
            *((code, words[0]) for code, words in AGES.items()),
        ],
        required=False,
    )
    worry = Select(label="What is it about?", choices=[("", "Anything"), *WORRIES.items()], required=False)
