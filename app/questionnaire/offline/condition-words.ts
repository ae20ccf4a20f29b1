import { parseExpression } from "../expression.ts";
import type { Expression } from "../expression.ts";
import type { Language, SurveyElement } from "../types.ts";

/** Words for conditions: `is` takes {question, answers}; the others {question}. */
export type ConditionSay = (key: "is" | "isNot" | "holds" | "holdsNot" | "more" | "less" | "atLeast" | "atMost" | "answered" | "blank" | "and" | "or", values?: Record<string, string>) => string;

/** When a question is asked, in words: "hvis »Er der sket brud?« er »Ja«"; null when it always is. */
export function conditionWords(condition: string | undefined, elements: ReadonlyMap<string, SurveyElement>, language: Language, say: ConditionSay): string | null {
  const expression = condition ? parseExpression(condition) : null;
  return expression ? words(expression) : null;

  function words(one: Expression): string {
    // "And" binds tighter than "or", so an "or" within an "and" stands in brackets.
    const part = (side: Expression) => (one.kind === "and" && side.kind === "or" ? `(${words(side)})` : words(side));
    if (one.kind !== "compare") return `${part(one.left)} ${say(one.kind)} ${part(one.right)}`;
    const element = elements.get(one.name);
    const question = element?.title?.[language] ?? one.name;
    const constants = Array.isArray(one.constant) ? one.constant : [one.constant];
    const answers = constants.map((value) => element?.choices?.find((choice) => choice.value === value)?.text[language] ?? String(value)).map((text) => `»${text}«`).join(" / ");
    switch (one.operator) {
      case "=": case "anyof": return say("is", { question, answers });
      case "<>": case "!=": return say("isNot", { question, answers });
      case "contains": return say("holds", { question, answers });
      case "notcontains": return say("holdsNot", { question, answers });
      case ">": return say("more", { question, answers });
      case "<": return say("less", { question, answers });
      case ">=": return say("atLeast", { question, answers });
      case "<=": return say("atMost", { question, answers });
      case "empty": return say("blank", { question });
      case "notempty": return say("answered", { question });
    }
  }
}
