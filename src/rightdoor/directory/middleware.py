"""Headers of the open data: everybody's programs may read it, caches may keep it, nobody is remembered."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PREFIX = "/open-data/"
KEPT_FOR = 300  # seconds
METHODS = "GET, HEAD, OPTIONS"
OK, NOT_MODIFIED = 200, 304


class OpenData:
    """Wraps every answer under the open data, whatever became of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let anybody's page read the answer, and leave nothing behind with whoever asks."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        # Whoever asks is nobody here: what is told is the same for all, and can be kept for all.
        request.META.pop("HTTP_COOKIE", None)
        if request.method == "OPTIONS":
            answer = HttpResponse(status=204, headers={"Allow": METHODS})
        else:
            answer = self._ask(request)
        answer.cookies.clear()
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Allow-Methods"] = METHODS
        answer["Access-Control-Allow-Headers"] = "*"
        answer["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        # Pages of other sites may load it too, where a browser asks for that to be said.
        answer["Cross-Origin-Resource-Policy"] = "cross-origin"
        kept = answer.status_code in {OK, NOT_MODIFIED}
        answer["Cache-Control"] = f"public, max-age={KEPT_FOR}" if kept else "no-store"
        if "Vary" in answer:
            del answer["Vary"]
        return answer

    def _ask(self, request: HttpRequest) -> HttpResponse:
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        answer = self.get_response(request)
        if head and not answer.streaming:
            answer["Content-Length"] = str(len(answer.content))
            answer.content = b""
        return answer
