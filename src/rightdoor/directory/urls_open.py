"""Addresses of the directory as open data."""

from django.urls.resolvers import URLPattern

app_name = "open"
urlpatterns: list[URLPattern] = []
