// Adds one more set of the same questions to a list of them, and moves focus to it.
export function addAnother(list, wake) {
  const prefix = list.dataset.addAnother;
  const template = list.querySelector("[data-add-another-template]");
  const button = list.querySelector("[data-add-another-button]");
  const total = list.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const most = list.querySelector(`[name="${prefix}-MAX_NUM_FORMS"]`);
  if (!template || !button || !total) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const count = Number(total.value);
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", count).replaceAll("__number__", count + 1);
    list.insertBefore(holder, template);
    total.value = count + 1;
    if (most && count + 1 >= Number(most.value)) button.hidden = true;
    wake(holder);
    holder.querySelector("input, select, textarea")?.focus();
  });
}
