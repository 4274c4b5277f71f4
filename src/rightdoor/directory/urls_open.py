"""Addresses of the directory as open data, open to all."""

from django.urls import path

from rightdoor.directory.views import blocks, open_data

app_name = "open"
_of_the_api = [one for one in open_data.api.urls[0] if getattr(one, "name", "") != "api-root"]
for _one in _of_the_api:
    _one.callback.open_to_all = True  # type: ignore[union-attr]
urlpatterns = [
    path("use/", blocks.blocks, name="blocks"),
    path("use/search/", blocks.search_box, name="block-search"),
    path("use/near/<slug:postcode>/", blocks.near, name="block-near"),
    path("use/<slug:issue>/", blocks.block, name="block"),
    path("openapi.json", open_data.openapi, name="openapi"),
    *_of_the_api,
    path("<path:rest>", open_data.nothing, name="nothing"),
]
