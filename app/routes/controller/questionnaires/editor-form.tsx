import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import classes from "./builder.module.css";
import { ConflictNotice } from "./conflict-notice.tsx";
import { useDraftAutosave } from "./use-draft-autosave.ts";

/** The button that was pressed last, or the field whose choice sent the form: where to go on once it is drawn anew. */
const pressed = { intent: "", field: "" };

type Props = { part: "question" | "page" | "settings"; name: string; base: string; title: ReactNode; tools?: ReactNode; children: ReactNode };

/** The form of what is chosen in the outline: saves by itself, and by its button where there is no script. */
export function EditorForm({ part, name, base, title, tools, children }: Props) {
  const { t } = useTranslation("builder");
  const form = useRef<HTMLFormElement>(null);
  const saving = useDraftAutosave(form, base);
  useEffect(() => {
    goOn(form.current, pressed.intent, pressed.field);
    pressed.intent = pressed.field = "";
  }, []);
  const remember = (event: MouseEvent) => {
    const button = (event.target as Element).closest("button[name=intent]");
    if (button instanceof HTMLButtonElement) pressed.intent = button.value;
  };
  return (
    <Form method="post" ref={form} noValidate preventScrollReset className={classes.editor} onClick={remember}>
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="visually-hidden">{t("save")}</button>
      <button type="submit" name="intent" value="refresh" tabIndex={-1} aria-hidden="true" className="visually-hidden" formNoValidate>{t("save")}</button>
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="base" defaultValue={base} />
      <div className={classes.editorHead}>
        <h2 className={classes.editorTitle}>{title}</h2>
        <p className={classes.saving} role="status" data-state={saving.state}>{saving.state === "idle" ? "" : t(`saving.${saving.state}`)}</p>
        {tools ? <div className={classes.tools}>{tools}</div> : null}
      </div>
      {saving.answer?.kind === "conflict" && saving.state === "stopped" ? <ConflictNotice conflict={saving.answer} keepMine={saving.keepMine} /> : null}
      {saving.answer?.kind === "refused" && saving.state === "stopped" ? <p className={classes.missing} role="alert">{t(`refused.${saving.answer.reason}`)}</p> : null}
      {children}
      <p className={classes.end}><Button type="submit" name="intent" value="save" variant="default">{t("save")}</Button></p>
    </Form>
  );
}

/** Focus goes to the row that came, to the same button again, or to the text of what is new. */
function goOn(form: HTMLFormElement | null, intent: string, field: string): void {
  if (!form || intent === "") return void form?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus({ preventScroll: true });
  const verb = intent.split(":")[0] ?? "";
  const fresh: Record<string, string> = { "add-choice": "[name^='choice.'][name$='.da']", "add-field": "[name^='field.'][name$='.title.da']", "add-rule": "[name^='rule.'][name$='.operator']" };
  const row = fresh[verb] ? [...form.querySelectorAll<HTMLElement>(fresh[verb])].at(-1) : null;
  const text = ["add-question", "add-below", "duplicate", "add-page", "undo"].includes(verb) ? form.querySelector<HTMLElement>("[name='title.da']") : null;
  (row ?? text ?? form.querySelector<HTMLElement>(`button[value="${CSS.escape(intent)}"]:not([aria-hidden])`))?.focus({ preventScroll: row === null });
}

/** Tells the next form what was pressed outside of it. */
export function rememberIntent(intent: string): void {
  pressed.intent = intent;
}

/** Tells the next form which field it was sent from. */
export function rememberField(name: string): void {
  pressed.field = name;
}

/** A small button that sends the form with an intent of its own. */
export function StepButton({ intent, icon, label, children, danger = false, disabled = false }: { intent: string; icon: IconName; label: string; children?: ReactNode; danger?: boolean; disabled?: boolean }) {
  return (
    <button type="submit" name="intent" value={intent} className={classes.step} title={label} aria-label={label} data-danger={danger || undefined} disabled={disabled} formNoValidate>
      <Icon name={icon} size={16} />{children ? <span>{children}</span> : null}
    </button>
  );
}
