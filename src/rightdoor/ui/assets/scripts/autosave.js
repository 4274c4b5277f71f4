// Keeps what is typed, at most every two seconds, by sending the form to the address in data-autosave.
// The server answers {"saved": "Draft saved at 10:42am", "version": "7"}; 409 means that somebody else
// has saved a newer text. Only a form that says so (data-autosave-local) also keeps a copy in this tab.
const EVERY = 2000;

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]");
    this.key = form.dataset.autosaveLocal ? `draft:${form.dataset.autosaveLocal}` : "";
    this.timer = 0;
    this.busy = false;
    this.changed = false;
    this.stopped = false;
    this.lastSent = 0;
  }

  start() {
    this.restore();
    this.form.addEventListener("input", () => this.touched());
    this.form.addEventListener("change", () => this.touched());
    this.form.addEventListener("submit", () => this.finish());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.changed) this.send(true);
    });
  }

  say(words) {
    if (this.status && this.status.textContent !== words) this.status.textContent = words;
  }

  touched() {
    if (this.stopped) return;
    this.changed = true;
    this.keep();
    if (!this.timer && !this.busy) this.plan();
  }

  plan() {
    const wait = Math.max(0, this.lastSent + EVERY - Date.now()) || EVERY / 4;
    this.timer = setTimeout(() => this.send(false), wait);
  }

  async send(leaving) {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.stopped || this.busy) return;
    this.busy = true;
    this.changed = false;
    this.lastSent = Date.now();
    try {
      const answer = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body: new FormData(this.form),
        headers: { Accept: "application/json", "X-Requested-With": "autosave" },
        credentials: "same-origin",
        redirect: "error",
        keepalive: leaving,
      });
      await this.answered(answer);
    } catch {
      this.changed = true;
      this.say("Not saved yet: no connection. We will keep trying.");
      setTimeout(() => this.touched(), EVERY * 3);
    } finally {
      this.busy = false;
      if (this.changed && !this.timer && !this.stopped) this.plan();
    }
  }

  async answered(answer) {
    if (answer.ok) {
      const said = await answer.json().catch(() => ({}));
      const version = this.form.elements.namedItem("version");
      if (said.version !== undefined && version) version.value = said.version;
      if (!this.changed) this.forget();
      this.say(said.saved || "Draft saved");
    } else if (answer.status === 409) {
      this.stopped = true;
      this.say("Someone else has saved a newer version. Press the button to see both; nothing you typed is lost.");
    } else if (answer.status === 401 || answer.status === 403) {
      this.stopped = true;
      this.say("You are signed out, so this is not saved. Copy what you typed, then sign in again.");
    } else {
      this.say("The last change is not saved yet.");
    }
  }

  finish() {
    clearTimeout(this.timer);
    this.stopped = true;
    this.forget();
  }

  // The copy in this tab.

  fields() {
    return [...this.form.elements].filter(
      (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type),
    );
  }

  keep() {
    if (!this.key) return;
    const typed = this.fields().map((field) => [field.id || field.name, ticked(field) ? field.checked : field.value]);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(typed));
    } catch {
      // A full or forbidden store is no reason to disturb anybody: the server keeps the draft.
    }
  }

  restore() {
    const kept = this.key && sessionStorage.getItem(this.key);
    if (!kept) return;
    const typed = new Map(JSON.parse(kept));
    let put = false;
    for (const field of this.fields()) {
      const value = typed.get(field.id || field.name);
      if (value === undefined || untouched(field, value)) continue;
      if (ticked(field)) field.checked = value;
      else field.value = value;
      put = true;
    }
    if (put) {
      this.say("We have put back what you had typed.");
      this.touched();
    }
  }

  forget() {
    if (this.key) sessionStorage.removeItem(this.key);
  }
}

function ticked(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function untouched(field, value) {
  return ticked(field) ? field.checked === value : field.value === value;
}

export function autosave(form) {
  new Autosave(form).start();
}
