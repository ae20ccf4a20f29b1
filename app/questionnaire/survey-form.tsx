import { useEffect, useRef, useState } from "react";
import type { ComponentType } from "react";
import type { Answer } from "./types.ts";
import { fieldNames, readForm } from "./read-form.ts";
import type { EnhancedFormProps, FormProps, SurveyFormProps } from "./form-props.ts";
import { PlainForm } from "./plain-form.tsx";

/**
 * The form a processor answers in: the plain form at first, and everywhere without JavaScript; in its place, once loaded, the
 * one that saves by itself. What has been typed meanwhile goes along.
 */
export function SurveyForm({ plainButtons, ...props }: SurveyFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(props);
  const [enhanced, setEnhanced] = useState<{ Form: ComponentType<EnhancedFormProps>; typed: Record<string, Answer>; focused: string | null } | null>(null);

  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let gone = false;
    import("./enhanced-form.client.tsx")
      .then(({ EnhancedForm }) => {
        if (!gone) setEnhanced({ Form: EnhancedForm, typed: typedInto(form.current, latest.current), focused: focusedIn(form.current) });
      })
      .catch(() => undefined); // the plain form stays, and works
    return () => {
      gone = true;
    };
  }, []);

  if (!enhanced) return <PlainForm {...props} buttons={plainButtons} formRef={form} />;
  return <enhanced.Form {...props} typed={enhanced.typed} focused={enhanced.focused} />;
}

/** Answers in the form that differ from what is saved. */
function typedInto(form: HTMLFormElement | null, { frozen, answers }: FormProps): Record<string, Answer> {
  if (!form) return {};
  const read = readForm(frozen, new FormData(form));
  return Object.fromEntries(
    Object.entries(read)
      .filter(([question, { value, comment }]) => JSON.stringify([value, comment]) !== JSON.stringify([answers[question]?.value ?? null, answers[question]?.comment ?? null]))
      .map(([question, { value, comment }]) => [question, { value, comment }]),
  );
}

function focusedIn(form: HTMLFormElement | null): string | null {
  const active = document.activeElement;
  if (!form || !(active instanceof HTMLElement) || !form.contains(active)) return null;
  const name = active.getAttribute("name") ?? "";
  return name.startsWith(fieldNames.value("")) || name.startsWith(fieldNames.comment("")) ? name.slice(2) : null;
}
