"""Numbered pages of a long list, as the pagination component wants them."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode

from rightdoor.ui.speaking import gettext, reading

NEAR: Final = 1


def shown_pages(number: int, pages: int) -> list[int | None]:
    """First, last and those near the current page; None stands for the ones left out."""
    wanted = sorted({1, pages, *range(max(1, number - NEAR), min(pages, number + NEAR) + 1)})
    shown: list[int | None] = []
    for page in wanted:
        before = shown[-1] if shown else 0
        if before is not None and page - before > 1:
            shown.append(None)
        shown.append(page)
    return shown


def page_links(
    number: int, pages: int, query: dict[str, str] | None = None, key: str = "page"
) -> dict[str, Any]:
    """Parameters of the pagination component; ``query`` holds the filters that must be kept."""

    def href(page: int) -> str:
        return "?" + urlencode({**(query or {}), key: page}, doseq=True)

    items = [
        {"ellipsis": True}
        if page is None
        else {"number": page, "current": page == number, "href": href(page)}
        for page in shown_pages(number, pages)
    ]
    links: dict[str, Any] = {"items": items}
    if number > 1:
        links["previous"] = {"href": href(number - 1)}
    if number < pages:
        links["next"] = {"href": href(number + 1)}
    return links if reading().is_english else _said(links)


def _said(links: dict[str, Any]) -> dict[str, Any]:
    """The same in the reader's language; the component's own words are English."""
    for item in links["items"]:
        if "number" in item:
            item["visuallyHiddenText"] = gettext("Page %(number)s") % {"number": item["number"]}
    for name, words in (("previous", gettext("Previous page")), ("next", gettext("Next page"))):
        if name in links:
            links[name]["text"] = words
    return {**links, "landmarkLabel": gettext("Pages")}
