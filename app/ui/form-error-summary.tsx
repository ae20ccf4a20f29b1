import { useEffect, useRef } from "react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { fieldId } from "./field-error.ts";
import type { FieldErrors } from "./field-error.ts";
import classes from "./form-error-summary.module.css";
import { Icon } from "./icon.tsx";

/** What has to be corrected, on top of the form, with a link to each field. Focus moves here when a form comes back. */
export function FormErrorSummary({ errors }: { errors: FieldErrors | null | undefined }) {
  const { t } = useTranslation("frame");
  const box = useRef<HTMLDivElement>(null);
  const list = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  useEffect(() => {
    if (errors && Object.values(errors).some(Boolean)) box.current?.focus();
  }, [errors]);
  if (list.length === 0) return null;
  const only = list.length === 1 && list[0]?.[0] === "" ? list[0][1] : null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary} aria-labelledby="form-errors">
      <Icon name="alert" size={20} className={classes.icon} />
      <div>
        <h2 id="form-errors" className={classes.title}>{only ?? t("form.errorTitle", { count: list.length })}</h2>
        {only ? null : (
          <ul className={classes.list}>
            {list.map(([name, message]) => (
              <li key={name}>{name === "" ? message : <a href={`#${fieldId(name)}`} onClick={(event) => goTo(event, fieldId(name))}>{message}</a>}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Moves to the field itself: a change of the address would have the router forget what came back, and the errors with it. */
function goTo(event: MouseEvent<HTMLAnchorElement>, id: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: "center" });
}
