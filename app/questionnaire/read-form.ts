import { isBlank, listAnswerable } from "./answers.ts";
import type { VersionedAnswer } from "./form-props.ts";
import type { FrozenQuestionnaire, SurveyElement } from "./types.ts";

/** What is read of a form: FormData of the browser's or the server's. */
type Fields = { get(name: string): unknown; getAll(name: string): unknown[] };

/** Names of a question's fields in the form without JavaScript. */
export const fieldNames = {
  listed: "question",
  value: (question: string) => `q.${question}`,
  comment: (question: string) => `c.${question}`,
  version: (question: string) => `v.${question}`,
  panel: (question: string, index: number, field: string) => `p.${question}.${index}.${field}`,
};

/** The answers of a form sent without JavaScript: of the questions it lists, and of those only. Shapes are checked afterwards (validate-answers). */
export function readForm(frozen: Pick<FrozenQuestionnaire, "survey">, form: Fields): Record<string, VersionedAnswer> {
  const listed = new Set(form.getAll(fieldNames.listed));
  return Object.fromEntries(
    listAnswerable(frozen).filter(({ name }) => listed.has(name)).map((element) => {
      const comment = text(form.get(fieldNames.comment(element.name)));
      const version = Number(text(form.get(fieldNames.version(element.name))) ?? 0);
      return [element.name, { value: readValue(element, form), comment, version: Number.isSafeInteger(version) && version >= 0 ? version : 0 }];
    }),
  );
}

function readValue(element: SurveyElement, form: Fields): unknown {
  if (element.type !== "paneldynamic") return readField(element, fieldNames.value(element.name), form);
  const panels = Array.from({ length: element.maxPanelCount ?? 20 }, (_, index) =>
    Object.fromEntries(
      (element.templateElements ?? [])
        .map((field) => [field.name, readField(field, fieldNames.panel(element.name, index, field.name), form)] as const)
        .filter(([, value]) => !isBlank(value)),
    ),
  ).filter((panel) => Object.keys(panel).length > 0);
  return panels.length > 0 ? panels : null;
}

function readField(element: SurveyElement, name: string, form: Fields): unknown {
  if (element.type === "checkbox") {
    const chosen = form.getAll(name).filter((one): one is string => typeof one === "string" && one !== "");
    return chosen.length > 0 ? chosen : null;
  }
  const value = text(form.get(name));
  if (value === null) return null;
  if (element.type === "boolean") return value === "true" ? true : value === "false" ? false : value;
  if (element.type === "text" && element.inputType === "number") {
    const number = Number(value.replace(",", "."));
    return Number.isFinite(number) ? number : value;
  }
  return value;
}

const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.replace(/\r\n?/g, "\n") : null);
