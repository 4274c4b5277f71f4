"""What the web server starts."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightdoor.site.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from rightdoor.site.running import refuse_unsafe

application = get_wsgi_application()
if not settings.DEMO:
    # However the server was started: with unsafe settings, or with none, it does not serve.
    refuse_unsafe()
