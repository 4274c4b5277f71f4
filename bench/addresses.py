"""The addresses of the house, and the pages from constants beside them."""

from django.urls import path

from bench.constants import signed_in, through_the_door
from rightdoor.site.urls import handler400, handler403, handler404, handler500
from rightdoor.site.urls import urlpatterns as of_the_house

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("signed-in/<int:place>/", signed_in),
    path("door/<int:place>/", through_the_door),
    *of_the_house,
]
