"""Every address of the house, room by room."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("rightdoor.web.urls")),
    path("ask/", include("rightdoor.frontdoor.urls_public")),
    path("find/", include("rightdoor.directory.urls_public")),
    path("advice/", include("rightdoor.directory.urls_advice")),
    path("champions/", include("rightdoor.workforce.urls_public")),
    path("workforce/", include("rightdoor.workforce.urls")),
    path("information/", include("rightdoor.directory.urls_desk")),
    path("directory/", include("rightdoor.directory.urls")),
    path("open-data/", include("rightdoor.directory.urls_open")),
    path("requests/", include("rightdoor.frontdoor.urls")),
    path("families/", include("rightdoor.families.urls")),
    path("plans/", include("rightdoor.plans.urls")),
    path("practitioners/", include("rightdoor.access.urls")),
    path("sign-in/", include("rightdoor.access.urls_signin")),
]
if not settings.PRODUCTION:
    urlpatterns.append(path("demo/", include("rightdoor.demo.urls")))

handler404 = "rightdoor.web.views.errors.not_found"
handler403 = "rightdoor.web.views.errors.not_allowed"
handler400 = "rightdoor.web.views.errors.bad_request"
handler500 = "rightdoor.web.views.errors.broken"
