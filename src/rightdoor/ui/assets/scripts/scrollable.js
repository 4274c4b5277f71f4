// A wide table can be scrolled by keyboard because it takes focus. One that fits need not be stopped at.
export function scrollable(boxes) {
  const watch = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  boxes.forEach((box) => watch.observe(box));
}
