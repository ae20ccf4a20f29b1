import type { Check } from "#app/agreement/check/checks.server.ts";
import { markOf } from "#app/questionnaire/mark.server.ts";

/** A mark of all that is decided in a check: another one as soon as a verdict, its reason or its clause is another. */
export const checkMark = ({ items }: Pick<Check, "items">): string => markOf(items.map(({ item, version }) => `${item} ${version}`).sort());
