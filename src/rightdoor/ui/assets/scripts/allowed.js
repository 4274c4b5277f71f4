// GOV.UK's script says on a radio button whether it has opened a further question. That attribute is
// not allowed on radio buttons, and some screen readers then say nonsense. The question follows the button anyway.
export function allowed(within) {
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) target.removeAttribute("aria-expanded");
  });
  within.querySelectorAll('input[type="radio"][aria-controls]').forEach((radio) => {
    radio.removeAttribute("aria-expanded");
    watch.observe(radio, { attributes: true, attributeFilter: ["aria-expanded"] });
  });
}
