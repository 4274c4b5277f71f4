"""Addresses of the request form, open to all. None holds a code or a name."""

from django.urls import path

from rightdoor.frontdoor.views import asking, desk

app_name = "ask"
urlpatterns = [
    path("", desk.start, name="start"),
    path("come-back/", desk.resume, name="resume"),
    path("go-on/<uuid:draft_id>/", desk.go_on, name="go-on"),
    path("<int:number>/later/", desk.later, name="later"),
    path("<int:number>/keep/<slug:step>/", asking.keep, name="keep"),
    path("<int:number>/check/", asking.check, name="check"),
    path("<int:number>/sent/", asking.sent, name="sent"),
    path("<int:number>/stopped/", asking.stopped, name="stopped"),
    path("<int:number>/people/<slug:key>/remove/", asking.remove, name="person-remove"),
    path("<int:number>/<slug:step>/", asking.question, name="question"),
    path("<int:number>/<slug:step>/<slug:key>/", asking.question, name="question-of"),
]
