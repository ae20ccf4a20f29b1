/**
 * The part of SurveyJS's expression language that questionnaires may use: comparisons of questions with constants,
 * joined by and/or and parentheses. No functions, no arithmetic, no patterns; so nothing here can be slow or reach out.
 */
export type Expression =
  | { kind: "and" | "or"; left: Expression; right: Expression }
  | { kind: "compare"; name: string; operator: Operator; constant: string | number | boolean | (string | number)[] | null };

const binary = ["=", "<>", "!=", ">", "<", ">=", "<=", "contains", "notcontains", "anyof"] as const;
const unary = ["empty", "notempty"] as const;
type Operator = (typeof binary)[number] | (typeof unary)[number];

const maxExpressionLength = 400;
const token = /\s*(?:\{([A-Za-z][\w.-]{0,119})\}|'([^'\\{}]{0,80})'|(-?\d{1,9}(?:\.\d{1,4})?)|(<>|!=|>=|<=|[=<>()[\],])|([a-z]{2,11}))/y;

type Token = { kind: "name" | "text" | "number" | "sign" | "word"; value: string };

function tokens(text: string): Token[] | null {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const match = token.exec(text);
    if (!match) return null;
    const index = [1, 2, 3, 4, 5].find((group) => match[group] !== undefined) ?? 5;
    found.push({ kind: (["name", "text", "number", "sign", "word"] as const)[index - 1]!, value: match[index] ?? "" });
  }
  return found;
}

/** The parsed expression, or null when it is too long or uses anything outside the permitted part. */
export function parseExpression(text: string): Expression | null {
  if (text.length > maxExpressionLength) return null;
  const list = tokens(text);
  if (!list) return null;
  let at = 0;
  const is = (kind: Token["kind"], value?: string) => list[at]?.kind === kind && (value === undefined || list[at]?.value === value);

  const chain = (word: "and" | "or", next: (depth: number) => Expression | null, depth: number): Expression | null => {
    let left = next(depth);
    while (left && is("word", word)) {
      at++;
      const right = next(depth);
      left = right && { kind: word, left, right };
    }
    return left;
  };
  const disjunction = (depth: number): Expression | null => chain("or", (d) => chain("and", term, d), depth);
  const term = (depth: number): Expression | null => {
    if (is("sign", "(")) {
      if (depth > 4) return null;
      at++;
      const inner = disjunction(depth + 1);
      if (!inner || !is("sign", ")")) return null;
      at++;
      return inner;
    }
    return comparison();
  };
  const comparison = (): Expression | null => {
    if (!is("name")) return null;
    const name = list[at++]!.value;
    const operator = list[at++]?.value as Operator | undefined;
    if (unary.some((one) => one === operator)) return { kind: "compare", name, operator: operator!, constant: null };
    if (!binary.some((one) => one === operator)) return null;
    const constant = operator === "anyof" ? array() : single();
    return constant === null ? null : { kind: "compare", name, operator: operator!, constant };
  };
  const single = (): string | number | boolean | null => {
    const one = list[at++];
    if (one?.kind === "text") return one.value;
    if (one?.kind === "number") return Number(one.value);
    if (one?.kind === "word" && (one.value === "true" || one.value === "false")) return one.value === "true";
    return null;
  };
  const array = (): (string | number)[] | null => {
    if (!is("sign", "[")) return null;
    at++;
    const values: (string | number)[] = [];
    for (;;) {
      const one = single();
      if (one === null || typeof one === "boolean" || values.length > 30) return null;
      values.push(one);
      if (is("sign", "]")) break;
      if (!is("sign", ",")) return null;
      at++;
    }
    at++;
    return values;
  };

  const result = disjunction(0);
  return result && at === list.length ? result : null;
}

/** Whether an expression is still one when each of its questions is called otherwise in a request (compose/own-names.ts). */
export const isRoomy = (text: string): boolean => parseExpression(text.replaceAll("{", "{own_")) !== null;

/** The questions an expression looks at, without SurveyJS's `-Comment` ending. */
export function namesIn(expression: Expression): string[] {
  if (expression.kind === "compare") return [expression.name.replace(/-Comment$/, "")];
  return [...namesIn(expression.left), ...namesIn(expression.right)];
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether the expression holds for these values (SurveyJS data: question name → value, `<name>-Comment` → comment). */
export function holds(expression: Expression, values: Readonly<Record<string, unknown>>): boolean {
  if (expression.kind !== "compare") {
    const left = holds(expression.left, values);
    return expression.kind === "and" ? left && holds(expression.right, values) : left || holds(expression.right, values);
  }
  const value = values[expression.name];
  const { constant } = expression;
  const list = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
  switch (expression.operator) {
    case "empty": return isEmpty(value);
    case "notempty": return !isEmpty(value);
    case "=": return value === constant;
    case "<>": case "!=": return value !== constant;
    case "contains": return includes(list, constant);
    case "notcontains": return !includes(list, constant);
    case "anyof": return Array.isArray(constant) && list.some((one) => constant.includes(one as string));
    default: return order(value, expression.operator, constant);
  }
}

/** SurveyJS's contains: an element of a list, or part of a single text. */
function includes(list: readonly unknown[], constant: unknown): boolean {
  return list.length === 1 && typeof list[0] === "string" && typeof constant === "string" ? list[0].includes(constant) : list.includes(constant);
}

function order(value: unknown, operator: Operator, constant: unknown): boolean {
  if (typeof value !== typeof constant || (typeof value !== "number" && typeof value !== "string")) return false;
  const other = constant as typeof value;
  if (operator === ">") return value > other;
  if (operator === "<") return value < other;
  return operator === ">=" ? value >= other : value <= other;
}
