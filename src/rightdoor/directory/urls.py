"""Addresses of the directory for those who keep it true."""

from django.urls import path

from rightdoor.directory.views import pathways

app_name = "directory"
urlpatterns = [
    path("pathways/<slug:issue>/", pathways.by_level, name="pathway"),
]
