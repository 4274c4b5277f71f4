"""Addresses that belong to no one room."""

from django.urls import path

from rightdoor.access.middleware import open_to_all
from rightdoor.directory.views import services
from rightdoor.ui.views import gallery
from rightdoor.web import languages
from rightdoor.web.views import drafts, localities, public, search, today

app_name = "web"
urlpatterns = [
    path("", public.front, name="front"),
    path("today/", today.today, name="today"),
    path("today/team/<uuid:practitioner_id>/", today.team_lead, name="team-lead"),
    path("search/", search.search, name="search"),
    path("localities/", localities.localities, name="localities"),
    path("localities/<slug:code>/", localities.locality, name="locality"),
    path("drafts/", drafts.keep, name="draft-keep"),
    path("components/", open_to_all(gallery), name="components"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("privacy/", public.privacy, name="privacy"),
    path("language/<slug:spoken>/", languages.choose, name="language"),
    path("brand.css", public.brand, name="brand"),
    path("sitemap.xml", services.sitemap, name="sitemap"),
    path("robots.txt", services.robots, name="robots"),
    path("health/", public.health, name="health"),
]
