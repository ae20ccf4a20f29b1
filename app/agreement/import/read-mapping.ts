import { IMPORT_FIELDS } from "./import-columns.ts";
import type { ImportMapping } from "./import-field.ts";

/** The mapping chosen in a form: a column's number, from 0, under each field's name; anything else is no column. */
export function readMapping(form: FormData): ImportMapping {
  const columns = IMPORT_FIELDS.flatMap(({ field }) => {
    const chosen = String(form.get(`column.${field}`) ?? "");
    return /^\d{1,3}$/.test(chosen) ? [[field, Number(chosen)] as const] : [];
  });
  const transfers = (["yes", "no"] as const).find((one) => one === form.get("transfers")) ?? "";
  return { columns: Object.fromEntries(columns), transfers };
}
