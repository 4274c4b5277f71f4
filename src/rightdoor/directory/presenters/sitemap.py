"""What search engines may find: every page about help, and nothing that belongs to a person."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from xml.etree import ElementTree

from rightdoor.engines.packs import Pack
from rightdoor.ui.addresses import reverse

_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
FRONTS: Final = (
    "web:front",
    "find:search",
    "find:pathways",
    "find:journey",
    "find:offer-front",
    "advice:sheets",
    "ask:start",
)
# What somebody looked for or kept. Pages for those who work with families open to nobody else anyway.
CLOSED: Final = ("/find/found/", "/find/kept/", "/sign-in/")


def sitemap_xml(
    services: Sequence[tuple[str, datetime]], absolute: Callable[[str], str], pack: Pack
) -> bytes:
    """Write a sitemap (sitemaps.org 0.9) of services (slug, when it changed), issues and sheets."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    plain = [
        *(reverse(name) for name in FRONTS),
        *(reverse("find:pathway", kwargs={"issue": issue.id}) for issue in pack.issues),
        *(reverse("advice:sheet", kwargs={"sheet_id": sheet.id}) for sheet in pack.sheets),
    ]
    for address in plain:
        _row(root, absolute(address))
    for slug, changed in services:
        _row(root, absolute(reverse("find:service", kwargs={"slug": slug})), changed)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _row(root: ElementTree.Element, address: str, changed: datetime | None = None) -> None:
    url = ElementTree.SubElement(root, "url")
    ElementTree.SubElement(url, "loc").text = address
    if changed:
        ElementTree.SubElement(url, "lastmod").text = changed.isoformat(timespec="seconds")


def robots_text(absolute: Callable[[str], str]) -> str:
    """Write robots.txt."""
    closed = [f"Disallow: {path}" for path in CLOSED]
    return "\n".join(["User-agent: *", *closed, "", f"Sitemap: {absolute(reverse('web:sitemap'))}", ""])
