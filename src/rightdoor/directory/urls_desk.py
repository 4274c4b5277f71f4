"""Addresses of what staff look after so that families can find out."""

from django.urls import path

from rightdoor.directory.views import information, sheets

app_name = "information"
urlpatterns = [
    path("sheets/", sheets.review, name="sheets"),
    path("copies/", information.copies, name="copies"),
    path("copies/<uuid:copy_id>/sent/", information.copy_sent, name="copy-sent"),
    path("leads/", information.board, name="leads"),
    path("leads/<slug:setting_id>/", information.lead, name="lead"),
    path("leads/<slug:setting_id>/checked/", information.lead_checked, name="lead-checked"),
    path("leads/<slug:setting_id>/end/", information.lead_end, name="lead-end"),
]
