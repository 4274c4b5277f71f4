"""Addresses of the information desk: what staff look after so that families can find out."""

from django.urls import path

from rightdoor.directory.views import sheets

app_name = "information"
urlpatterns = [
    path("sheets/", sheets.review, name="sheets"),
]
