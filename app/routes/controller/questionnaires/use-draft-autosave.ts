import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { BuilderAnswer } from "./builder-action.server.ts";

const PAUSE = 800;

export type Saving = { state: "idle" | "typing" | "saving" | "saved" | "stopped"; answer: BuilderAnswer | undefined; keepMine: () => void };

/**
 * Saves a form of the builder by itself, some time after the last change: one save at a time, the newest last. What a colleague has written over
 * meanwhile stops it until a person has chosen.
 */
export function useDraftAutosave(form: RefObject<HTMLFormElement>, given: string): Saving {
  const fetcher = useFetcher<BuilderAnswer>();
  const base = useRef(given);
  const dirty = useRef(false);
  const stopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [state, setState] = useState<Saving["state"]>("idle");
  const { submit, data: answer } = fetcher;
  const busy = useRef(false);

  const send = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    if (!form.current || busy.current || stopped.current || !dirty.current) return;
    dirty.current = false;
    busy.current = true;
    const fields = new FormData(form.current);
    fields.set("intent", "autosave");
    fields.set("base", base.current);
    setState("saving");
    submit(fields, { method: "post" });
  }, [form, submit]);

  useEffect(() => {
    if (fetcher.state !== "idle" || !busy.current) return;
    busy.current = false;
    if (answer?.kind === "saved") {
      base.current = answer.base;
      const hidden = form.current?.elements.namedItem("base");
      if (hidden instanceof HTMLInputElement) hidden.value = answer.base;
      setState(dirty.current ? "typing" : "saved");
      if (dirty.current) send();
    } else {
      stopped.current = answer?.kind === "conflict";
      dirty.current = true;
      setState("stopped");
    }
  }, [fetcher.state, answer, send, form]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const changed = () => {
      dirty.current = true;
      if (stopped.current) return;
      setState((now) => (now === "saving" ? now : "typing"));
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(send, PAUSE);
    };
    if (isTouched(element)) changed(); // what was typed before the script was there
    const left = () => send();
    const sent = () => {
      dirty.current = false; // the form goes as a whole
      if (timer.current) clearTimeout(timer.current);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (!dirty.current) return;
      send();
      event.preventDefault();
    };
    element.addEventListener("input", changed);
    element.addEventListener("focusout", left);
    element.addEventListener("submit", sent);
    window.addEventListener("beforeunload", leaving);
    return () => {
      element.removeEventListener("input", changed);
      element.removeEventListener("focusout", left);
      element.removeEventListener("submit", sent);
      window.removeEventListener("beforeunload", leaving);
      if (timer.current) clearTimeout(timer.current);
    };
  }, [form, send]);

  const keepMine = useCallback(() => {
    if (answer?.kind === "conflict") base.current = answer.base;
    stopped.current = false;
    dirty.current = true;
    send();
  }, [answer, send]);
  return { state, answer, keepMine };
}

/** Whether something stands in the form that it did not come with. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return field.name !== "ruleQuestion" && field.name !== "choiceSet" && [...field.options].some((option) => option.defaultSelected && !option.selected);
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
    return field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}
