import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { formatDate } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import type { AgreementBasis } from "../agreement-basis.server.ts";
import { fillMessage } from "./round-message.ts";

export type RoundLetter = { message: string; language: Language; dueOn: IsoDate };

/** What a round's message says to the recipient of one agreement. */
export function messageTo({ message, language, dueOn }: RoundLetter, basis: AgreementBasis, concept: number, sender: string): string {
  const { processor, controller, title } = basis;
  const request = String(translate(language, "supervision")(`message.ask.${concept}`, { agreement: title }));
  return fillMessage(message, {
    recipient: processor.contactName || processor.name, processor: processor.name, agreement: title, controller: controller.name, sender, due: formatDate(dueOn, language), request,
  });
}
