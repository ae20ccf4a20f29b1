import { useTranslation } from "react-i18next";
import type { TypedLimits } from "#app/questionnaire/builder/draft.ts";
import type { DraftType } from "#app/questionnaire/builder/question-types.ts";
import { TextField } from "#app/ui/field.tsx";
import classes from "./builder.module.css";

/** Limits of what may be typed: between two numbers or days, or so many characters. */
export function LimitFields({ path = "", type, limits }: { path?: string; type: DraftType; limits: TypedLimits }) {
  const { t } = useTranslation("builder");
  const own = (name: "min" | "max" | "maxLength" | "lines") => ({ name: `${path}${name}`, label: t(`limit.${name}`), required: false, defaultValue: limits[name] ?? "" });
  if (type === "number" || type === "date") {
    const kind = type === "date" ? { type: "date" } : { inputMode: "decimal" as const, maxLength: 16 };
    return <div className={classes.pair}><TextField {...own("min")} {...kind} /><TextField {...own("max")} {...kind} /></div>;
  }
  if (!["text", "long-text", "email"].includes(type)) return null;
  return (
    <div className={classes.pair}>
      <TextField {...own("maxLength")} inputMode="numeric" maxLength={5} />
      {type === "long-text" ? <TextField {...own("lines")} inputMode="numeric" maxLength={2} /> : null}
    </div>
  );
}
