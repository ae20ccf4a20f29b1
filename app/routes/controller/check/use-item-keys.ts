import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RefObject } from "react";

const KEYS: Readonly<Record<string, string>> = { m: "met", n: "not-met", r: "not-relevant" };

/** While a verdict of the form has focus: m, n and r choose one; met is saved at once, the others lead on to their reason. An addition to the form, never the only way: what a key does is told to assistive technology once it does it. */
export function useItemKeys(form: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const own = form.current;
    if (!own) return;
    const pressed = (event: KeyboardEvent) => {
      const verdict = KEYS[event.key.toLowerCase()];
      const from = event.target;
      if (!verdict || event.ctrlKey || event.metaKey || event.altKey || !(from instanceof HTMLInputElement) || from.type !== "radio") return;
      const radio = own.querySelector<HTMLInputElement>(`input[value="${verdict}"]`);
      if (!radio) return;
      event.preventDefault();
      radio.click();
      if (verdict === "met") own.requestSubmit();
      else own.querySelector("textarea")?.focus();
    };
    own.addEventListener("keydown", pressed);
    for (const [key, verdict] of Object.entries(KEYS)) own.querySelector(`input[value="${verdict}"]`)?.setAttribute("aria-keyshortcuts", key);
    return () => own.removeEventListener("keydown", pressed);
  }, [form]);
}

/** After an item is saved, focus goes where the address points: to the next item that is not decided. Not when the page is first opened. */
export function useFocusOnNext(): void {
  const { hash, key } = useLocation();
  const first = useRef(key);
  useEffect(() => {
    if (first.current === key || hash === "") return;
    document.getElementById(decodeURIComponent(hash.slice(1)))?.querySelector<HTMLElement>("input[type=radio], summary")?.focus({ preventScroll: true });
  }, [hash, key]);
}
