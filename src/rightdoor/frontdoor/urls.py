"""Addresses of the front door for those who work here."""

from django.urls import URLPattern

app_name = "frontdoor"
urlpatterns: list[URLPattern] = []
