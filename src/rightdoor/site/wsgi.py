"""What the web server starts."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightdoor.site.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - settings first

application = get_wsgi_application()
