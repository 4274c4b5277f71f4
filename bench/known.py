"""“Are they already known?” asked of the county: how long the answer takes, and how often it is right."""

import json
import sys
import time
from datetime import date
from random import Random
from statistics import median, quantiles

from bench.databases import COUNTY, FOLDER, Database
from rightdoor.engines.known import Asked
from rightdoor.site import running

ASKED, SEED = 300, 7


def main() -> None:
    """Ask in a process that works on the county, and print the figures."""
    county = Database(COUNTY)
    county.made()
    figures = json.loads(county.run("bench.known", "here"))
    text = (
        f"{figures['asked']} people asked for among {figures['people']:,}: "
        f"median {figures['median']:.0f} ms, "
        f"p95 {figures['p95']:.0f} ms, longest {figures['longest']:.0f} ms. Found among the first eight: "
        f"{figures['found']:.1%}."
    )
    print(text)
    (FOLDER / "known.md").write_text(text + "\n", encoding="utf-8")


def here() -> None:
    """Ask about people on record, each told with one slip of the pen, and print the figures as JSON."""
    running.start()
    from rightdoor.families.models import Person
    from rightdoor.families.queries import already_known

    chance = Random(SEED)
    ids = list(Person.objects.filter(birth_date__isnull=False).values_list("pk", flat=True))
    asked = [Person.objects.get(pk=pk) for pk in chance.sample(ids, ASKED)]
    waits, found = [], 0
    for person in asked:
        wanted = _slip(chance, person.known_as, person.family_name, person.birth_date)
        began = time.perf_counter()
        known = already_known(wanted)
        waits.append((time.perf_counter() - began) * 1000)
        found += any(one.person.pk == person.pk for one in known)
    figures = {"median": median(waits), "p95": quantiles(waits, n=20)[-1], "longest": max(waits)}
    print(json.dumps({**figures, "asked": ASKED, "people": len(ids), "found": found / ASKED}))


def _slip(chance: Random, known_as: str, family_name: str, born: date | None) -> Asked:
    """Tell of somebody with one thing wrong: a letter, another family name, the birth date not known."""
    wrong = chance.choice(("letter", "name", "date", "nothing"))
    if wrong == "letter" and len(known_as) > 3:
        known_as = known_as[:2] + known_as[3:]
    if wrong == "name":
        family_name = "Quillfeather"
    return Asked(known_as=known_as, family_name=family_name, birth_date=None if wrong == "date" else born)


if __name__ == "__main__":
    here() if sys.argv[1:] == ["here"] else main()
