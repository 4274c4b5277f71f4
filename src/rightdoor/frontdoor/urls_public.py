"""Addresses of the request form, open to all."""

from django.urls import URLPattern

app_name = "ask"
urlpatterns: list[URLPattern] = []
