import type { ChangeEvent } from "react";

/** Sends the form so that it comes back with the fields that fit the new choice; without a script its save button does the same. */
export function refresh(event: ChangeEvent<HTMLSelectElement>): void {
  const { form } = event.currentTarget;
  const button = form?.querySelector<HTMLButtonElement>("button[value=refresh]");
  if (form && button) form.requestSubmit(button);
}
