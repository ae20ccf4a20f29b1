import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { keyText } from "#app/questionnaire/offline/offline-key.ts";
import { writeSheets } from "#app/questionnaire/offline/write-sheets.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { formatDate } from "#app/text/format.ts";
import { translate } from "#app/text/translate.server.ts";
import { findReceived } from "../find-received.server.ts";

/** A received request as a workbook to be filled in, with the answers so far. Null when it is not there; "closed" when it is not to be answered now. */
export async function writeWorkbookOfRequest(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, language: Language): Promise<{ title: string; bytes: Buffer } | "closed" | null> {
  const received = await findReceived(tx, scope, supervisionId, language);
  if (!received) return null;
  if (awaits(received.state) !== "processor") return "closed";
  const { frozen, answering, locked, title, controllerName, dueOn, minutes } = received;
  const t = translate(language, "offline");
  const say = (key: string, values: Record<string, string | number> = {}) => String(t(`workbook.${key}`, values));
  const answers = Object.fromEntries(Object.entries(answering.answers).map(([question, { value, comment, version }]) => [question, { value: value ?? null, comment: comment === "" ? null : comment, version }]));
  const steps = ["one", "two", "three", "four", "five"].map((step) => ["", say(`guide.${step}`)] as const);
  const guide = [
    [say("guide.title"), frozen.survey.title[language]],
    [say("guide.controller"), controllerName],
    [say("guide.agreement"), title],
    ...(dueOn ? [[say("guide.due"), formatDate(dueOn, language)] as const] : []),
    [say("guide.minutes"), say("guide.minutesValue", { count: minutes })],
    [say("guide.how"), ""], ...steps,
    [say("guide.files"), say("guide.filesText")],
    [say("guide.key"), keyText({ supervisionId, hash: answering.hash })],
  ] as const;
  return { title, bytes: await writeWorkbook(writeSheets({ frozen, answers, locked, language, say, guide })) };
}
