"""Addresses of finding help, open to all. None holds words that were looked for."""

from django.urls.resolvers import URLPattern

app_name = "find"
urlpatterns: list[URLPattern] = []
