"""Addresses of a family's record. They hold random numbers only."""

from django.urls import path

from rightdoor.families.views import agreement, chronology, homes, joining, overview, people, stops

app_name = "families"
urlpatterns = [
    path("missed-stops/", stops.missed, name="missed-stops"),
    path("<uuid:family_id>/", overview.overview, name="overview"),
    path("<uuid:family_id>/help/", overview.change_service, name="service-change"),
    path("<uuid:family_id>/people/", people.people, name="people"),
    path("<uuid:family_id>/people/add/", people.add, name="person-add"),
    path("<uuid:family_id>/people/<uuid:person_id>/", people.person, name="person"),
    path("<uuid:family_id>/people/<uuid:person_id>/change/", people.change, name="person-change"),
    path("<uuid:family_id>/people/<uuid:person_id>/name/", people.add_name, name="person-name"),
    path("<uuid:family_id>/people/<uuid:person_id>/number/", people.add_number, name="person-number"),
    path("<uuid:family_id>/people/<uuid:person_id>/address/", homes.add_address, name="person-address"),
    path("<uuid:family_id>/people/<uuid:person_id>/contact/", homes.add_contact, name="person-contact"),
    path("<uuid:family_id>/people/<uuid:person_id>/relation/", people.relate, name="person-relation"),
    path("<uuid:family_id>/people/<uuid:person_id>/join/", joining.join, name="person-join"),
    path(
        "<uuid:family_id>/people/<uuid:person_id>/join/<uuid:merge_id>/undo/", joining.undo, name="join-undo"
    ),
    path("<uuid:family_id>/homes/", homes.homes, name="homes"),
    path("<uuid:family_id>/journeys/", stops.journeys, name="journeys"),
    path("<uuid:family_id>/journeys/<uuid:child_id>/<slug:stop>/", stops.note, name="stop-note"),
    path("<uuid:family_id>/chronology/", chronology.chronology, name="chronology"),
    path("<uuid:family_id>/chronology/add/", chronology.add, name="chronology-add"),
    path("<uuid:family_id>/sharing/", agreement.sharing, name="sharing"),
    path("<uuid:family_id>/sharing/agreement/", agreement.record, name="agreement-record"),
    path(
        "<uuid:family_id>/sharing/agreement/<int:agreement_id>/end/",
        agreement.withdraw,
        name="agreement-withdraw",
    ),
    path("<uuid:family_id>/sharing/decision/", agreement.share, name="sharing-decide"),
]
