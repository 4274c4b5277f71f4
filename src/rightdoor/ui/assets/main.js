// Everything here is a help. Each page works without it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { addAnother } from "./scripts/add-another.js";
import { allowed } from "./scripts/allowed.js";
import { autosave } from "./scripts/autosave.js";
import { once } from "./scripts/once.js";
import { scrollable } from "./scripts/scrollable.js";

const parts = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
];
for (const part of parts) createAll(part);
allowed(document);
document.querySelectorAll("form[data-once]").forEach(once);
scrollable(document.querySelectorAll(".app-table, .app-figure__drawing"));
document.querySelectorAll("form[data-autosave]").forEach(autosave);
document.querySelectorAll("[data-add-another]").forEach((list) =>
  addAnother(list, (added) => {
    for (const part of [CharacterCount, Checkboxes, Radios]) createAll(part, undefined, added);
    allowed(added);
  }),
);
