"""Addresses of tip sheets and other information for families, open to all."""

from django.urls import path

from rightdoor.directory.views import sheets

app_name = "advice"
urlpatterns = [
    path("", sheets.sheets, name="sheets"),
    path("easy-read/", sheets.easy_read, name="easy-read"),
    path("<slug:sheet_id>/", sheets.sheet, name="sheet"),
]
