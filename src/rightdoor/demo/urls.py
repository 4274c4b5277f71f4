"""Addresses of the demo. In production they are not there."""

from django.urls import path

from rightdoor.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.people_page, name="people"),
    path("<slug:key>/", views.become, name="become"),
]
