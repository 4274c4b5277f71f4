"""Addresses of champions for those who look after them, and of their counts."""

from django.urls import path

from rightdoor.workforce.views import champions

app_name = "workforce"
urlpatterns = [
    path("champions/", champions.champions, name="champions"),
    path("champions/add/", champions.add, name="champion-add"),
    path("champions/counts/", champions.counts, name="counts"),
    path("champions/wishes/", champions.wishes, name="wishes"),
    path("champions/wishes/<uuid:wish_id>/answered/", champions.wish_answered, name="wish-answered"),
    path("champions/<uuid:champion_id>/", champions.champion, name="champion"),
    path("champions/<uuid:champion_id>/change/", champions.change, name="champion-change"),
    path("champions/<uuid:champion_id>/training/", champions.train, name="champion-train"),
    path("champions/<uuid:champion_id>/activity/", champions.log, name="champion-log"),
    path("champions/<uuid:champion_id>/end/", champions.end, name="champion-end"),
]
