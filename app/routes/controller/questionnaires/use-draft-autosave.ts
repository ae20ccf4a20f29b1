import { useBlocker, useFetcher, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { BuilderAnswer } from "./builder-action.server.ts";

const PAUSE = 800;

export type Saving = { state: "idle" | "typing" | "saving" | "saved" | "stopped"; answer: BuilderAnswer | undefined; keepMine: () => void };

/**
 * Saves a form of the builder by itself, some time after the last change: one save at a time, the newest last. What a colleague has written over
 * meanwhile stops it until a person has chosen. Whoever leaves, or sends the form by a button, waits for the save that is under way: the form would
 * else meet its own save as if it were a colleague's, and what was typed meanwhile would be left behind.
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
  const read = useRef<BuilderAnswer>();
  const left = useRef<unknown>(null);
  const held = useRef<{ button: HTMLElement | null } | null>(null); // the button whose sending waits
  const blocker = useBlocker(() => state !== "stopped" && (busy.current || dirty.current));

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

  // Both look at each drawing anew: what the router keeps is changed in place, and an effect that waits for a change of it may miss the change.
  useEffect(() => {
    if (fetcher.state !== "idle" || !busy.current || answer === read.current) return;
    read.current = answer;
    busy.current = false;
    if (answer?.kind === "saved") {
      base.current = answer.base;
      const hidden = form.current?.elements.namedItem("base");
      if (hidden instanceof HTMLInputElement) hidden.value = answer.base;
      setState(dirty.current ? "typing" : "saved");
      if (dirty.current && !held.current) send();
    } else {
      stopped.current = answer?.kind === "conflict";
      dirty.current = true;
      setState("stopped");
    }
    const waiting = held.current;
    held.current = null;
    if (waiting) form.current?.requestSubmit(waiting.button);
  });

  useEffect(() => {
    if (blocker.state !== "blocked" || blocker === left.current) return;
    if (state !== "stopped" && (busy.current || dirty.current)) return send();
    left.current = blocker;
    if (state === "stopped") blocker.reset(); // to be seen and chosen about first
    else blocker.proceed();
  });

  const { state: navigation } = useNavigation();
  useEffect(() => {
    if (form.current) form.current.inert = navigation !== "idle"; // it is about to be drawn anew: nothing is typed into it meanwhile
  }, [form, navigation]);

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
    const leaving = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Element && relatedTarget.closest("a, button"))) send(); // what is pressed sends the form itself, or waits for it
    };
    const sent = (event: SubmitEvent) => {
      if (busy.current) {
        event.preventDefault();
        held.current = { button: event.submitter };
        return;
      }
      dirty.current = false; // the form goes as a whole
      if (timer.current) clearTimeout(timer.current);
    };
    const closing = (event: BeforeUnloadEvent) => {
      if (!dirty.current) return;
      send();
      event.preventDefault();
    };
    element.addEventListener("input", changed);
    element.addEventListener("focusout", leaving);
    element.addEventListener("submit", sent);
    window.addEventListener("beforeunload", closing);
    return () => {
      element.removeEventListener("input", changed);
      element.removeEventListener("focusout", leaving);
      element.removeEventListener("submit", sent);
      window.removeEventListener("beforeunload", closing);
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
