import type { ChangeEvent } from "react";
import { rememberField } from "./editor-form.tsx";

/** Sends the form so that it comes back with the fields that fit the new choice; without a script its save button does the same. */
export function refresh(event: ChangeEvent<HTMLSelectElement>): void {
  const { form, name } = event.currentTarget;
  const button = form?.querySelector<HTMLButtonElement>("button[value=refresh]");
  if (!form || !button) return;
  rememberField(name);
  form.requestSubmit(button);
}
