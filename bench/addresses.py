"""The addresses of the house, and the pages from constants beside them."""

from django.urls import path

from bench.constants import behind_sign_in
from rightdoor.site.urls import handler400, handler403, handler404, handler500
from rightdoor.site.urls import urlpatterns as of_the_house

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("constants/<int:place>/", behind_sign_in), *of_the_house]
