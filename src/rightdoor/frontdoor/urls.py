"""Addresses of the front door for those who work here. None names a person."""

from django.urls import path

from rightdoor.frontdoor.views import deciding, panels, queue, request, screening

app_name = "frontdoor"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("sent/", queue.sent, name="sent"),
    path("sent/<uuid:request_id>/", queue.sent_one, name="sent-one"),
    path("panels/", panels.boards, name="panels"),
    path("panels/<slug:panel_id>/", panels.board, name="panel"),
    path("panels/<slug:panel_id>/plan/", panels.plan, name="meeting-plan"),
    path("panels/meetings/<uuid:meeting_id>/", panels.meeting, name="meeting"),
    path("panels/meetings/<uuid:meeting_id>/minutes/", panels.minutes, name="meeting-minutes"),
    path("panels/meetings/<uuid:meeting_id>/close/", panels.close, name="meeting-close"),
    path("panels/agenda/<uuid:item_id>/decide/", panels.decide, name="item-decide"),
    path("panels/agenda/<uuid:item_id>/up/", panels.up, name="item-up"),
    path("panels/agenda/<uuid:item_id>/remove/", panels.remove, name="item-remove"),
    path("<uuid:request_id>/", request.told, name="request"),
    path("<uuid:request_id>/known/", request.known, name="known"),
    path("<uuid:request_id>/screening/", screening.screen, name="screening"),
    path("<uuid:request_id>/level/", screening.level, name="level"),
    path("<uuid:request_id>/services/", screening.services, name="services"),
    path("<uuid:request_id>/decide/", deciding.decide, name="decide"),
    path("<uuid:request_id>/offer/", deciding.offer, name="offer"),
    path("<uuid:request_id>/reconsider/", deciding.reconsider, name="reconsider"),
    path("<uuid:request_id>/history/", request.history, name="history"),
    path("<uuid:request_id>/take/", request.take, name="take"),
    path("<uuid:request_id>/pause/", request.pause, name="pause"),
    path("<uuid:request_id>/resume/", request.resume, name="resume"),
    path("<uuid:request_id>/agree/", request.agree, name="agree"),
]
