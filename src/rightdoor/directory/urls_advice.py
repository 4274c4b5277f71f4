"""Addresses of tip sheets and other information for families, open to all."""

from django.urls import path

from rightdoor.directory.views import information, sheets

app_name = "advice"
urlpatterns = [
    path("", sheets.sheets, name="sheets"),
    path("easy-read/", sheets.easy_read, name="easy-read"),
    path("copy/", information.copy, name="copy"),
    path("copy/asked/", information.copy_asked, name="copy-asked"),
    path("who-can-tell-you/", information.who_can_tell, name="who-can-tell"),
    path("<slug:sheet_id>/", sheets.sheet, name="sheet"),
]
