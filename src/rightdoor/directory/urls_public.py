"""Addresses of finding help, open to all. None holds words that were looked for."""

from django.urls import path

from rightdoor.directory.views import correcting, finding, fit, journey, offers, pathways, services, shortlist

app_name = "find"
urlpatterns = [
    path("", finding.search, name="search"),
    path("found/<str:sealed>/", finding.found, name="found"),
    path("kept/", shortlist.kept, name="kept"),
    path("kept/<str:sealed>/", shortlist.handed_on, name="kept-shared"),
    path("services/<slug:slug>/", services.service, name="service"),
    path("services/<slug:slug>/correct/", correcting.correct, name="correct"),
    path("services/<slug:slug>/fit/", fit.fit, name="service-fit"),
    path("services/<slug:slug>/dates.ics", services.dates, name="service-dates"),
    path("journey/", journey.ask, name="journey"),
    path("journey/<str:child>/", journey.shown, name="journey-shown"),
    path("journey/<str:child>/dates.ics", journey.dates, name="journey-dates"),
    path("pathways/", pathways.pathways, name="pathways"),
    path("pathways/<slug:issue>/", pathways.pathway, name="pathway"),
    path("offer/", offers.offer_front, name="offer-front"),
    path("offer/<slug:model_id>/", offers.offer, name="offer"),
    path("offer/<slug:model_id>/<slug:row>/<slug:column>/", offers.cell, name="offer-cell"),
]
