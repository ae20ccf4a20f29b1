import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import classes from "./confirm-button.module.css";
import { SubmitButton } from "./submit-button.tsx";

type Props = {
  /** What the closed button says. */
  label: ReactNode;
  /** What is asked once it is open. */
  question: ReactNode;
  /** The verb on the button that does it. */
  confirm: ReactNode;
  intent: string;
  action?: string;
  fields?: Readonly<Record<string, string>>;
  danger?: boolean;
  /** The one step the page is for. */
  primary?: boolean;
  /** Small, for the rows of a list. */
  compact?: boolean;
  /** Further fields of the form, such as a reason. */
  children?: ReactNode;
};

/** A second thought before a step that counts: opens a question with its own form. Works without JavaScript. */
export function ConfirmButton({ label, question, confirm, intent, action, fields = {}, danger = false, primary = false, compact = false, children }: Props) {
  return (
    <details className={classes.confirm} data-danger={danger || undefined} data-primary={primary || undefined} data-compact={compact || undefined}>
      <summary className={classes.button}>{label}</summary>
      <Form method="post" action={action} className={classes.panel}>
        {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <div className={classes.question}>{question}</div>
        {children}
        <SubmitButton intent={intent} color={danger ? "red" : undefined}>{confirm}</SubmitButton>
      </Form>
    </details>
  );
}
