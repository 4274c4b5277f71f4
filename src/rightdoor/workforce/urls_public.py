"""Addresses of champions for parents, open to all."""

from django.urls import path

from rightdoor.workforce.views import champions

app_name = "champions"
urlpatterns = [
    path("", champions.near, name="near"),
    path("join/", champions.join, name="join"),
    path("join/asked/", champions.joined, name="joined"),
]
