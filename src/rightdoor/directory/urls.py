"""Addresses of the directory for those who keep it true."""

from django.urls.resolvers import URLPattern

app_name = "directory"
urlpatterns: list[URLPattern] = []
