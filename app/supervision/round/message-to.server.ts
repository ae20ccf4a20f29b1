import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { formatDate } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import { askedWords } from "../asked-words.server.ts";
import type { ComposedItem } from "./compose-items.server.ts";
import { fillMessage } from "./round-message.ts";

export type RoundLetter = { message: string; language: Language; dueOn: IsoDate };

/** What a round's message says to the recipient of one agreement. */
export function messageTo({ message, language, dueOn }: RoundLetter, { basis, concept, supplements }: Pick<ComposedItem, "basis" | "concept" | "supplements">, sender: string): string {
  const { processor, controller, title } = basis;
  const request = askedWords(language, concept, supplements, title);
  return fillMessage(message, {
    recipient: processor.contactName || processor.name, processor: processor.name, agreement: title, controller: controller.name, sender, due: formatDate(dueOn, language), request,
  });
}
