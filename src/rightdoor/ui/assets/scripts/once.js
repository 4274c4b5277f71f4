// A form is sent once, however often its button is pressed. The server makes sure of it too.
const AGAIN_AFTER = 8000;

export function once(form) {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    const now = Date.now();
    if (now - sent < AGAIN_AFTER) event.preventDefault();
    else sent = now;
  });
  // Coming back to this page with the back button, it may be sent again.
  window.addEventListener("pageshow", () => {
    sent = 0;
  });
}
