import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { fieldId } from "#app/ui/field-error.ts";
import { Icon } from "#app/ui/icon.tsx";
import classes from "./agreement-form.module.css";

/** A button that asks the server for another row, or for one less. */
export function RowButton({ intent, children, name }: { intent: string; children: string; name?: string }) {
  const adds = !intent.startsWith("remove-");
  return (
    <Button
      type="submit" name="intent" value={intent} variant={adds ? "default" : "subtle"} size={adds ? "sm" : "xs"} id={adds ? fieldId(intent) : undefined}
      leftSection={<Icon name={adds ? "plus" : "cross"} size={14} />} formNoValidate
    >
      {children}{name ? <span className="visually-hidden"> {name}</span> : null}
    </Button>
  );
}

type Props = { list: string; place: number; row: string; title: string; noun: string; remove: string; children: ReactNode; foot?: ReactNode };

/** One row of a form's list: its fields, and the way to take it out. */
export function FormRow({ list, place, row, title, noun, remove, children, foot }: Props) {
  return (
    <fieldset className={classes.row}>
      <legend>{title}</legend>
      <input type="hidden" name={`${list}[${place}].row`} value={row} />
      {children}
      <div className={classes.line}>
        {foot}
        <span className={classes.remove}><RowButton intent={`remove-${noun}:${place}`} name={title}>{remove}</RowButton></span>
      </div>
    </fieldset>
  );
}
