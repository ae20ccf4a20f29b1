import type { Language } from "#app/text/language.ts";

/** What a round's message may leave to be filled in for each agreement, in the words of either language. */
export const BLANKS = ["recipient", "processor", "agreement", "controller", "sender", "due", "request"] as const;
export type Blank = (typeof BLANKS)[number];
export type BlankValues = Readonly<Record<Blank, string>>;

const words: Readonly<Record<Language, Readonly<Record<Blank, string>>>> = {
  da: { recipient: "modtager", processor: "databehandler", agreement: "aftale", controller: "dataansvarlig", sender: "afsender", due: "frist", request: "anmodning" },
  en: { recipient: "recipient", processor: "processor", agreement: "agreement", controller: "controller", sender: "sender", due: "deadline", request: "request" },
};
const meaning = new Map<string, Blank>(BLANKS.flatMap((blank): [string, Blank][] => [[words.da[blank], blank], [words.en[blank], blank]]));
const PLACE = /\[([a-zæøå]{2,30})\]/giu;

/** How a blank is written in a message of that language: "[modtager]". */
export function blankWord(blank: Blank, language: Language): string {
  return `[${words[language][blank]}]`;
}

/** Words in brackets that name no blank, each once: a slip of the pen that would reach every recipient. */
export function unknownBlanks(template: string): string[] {
  return [...new Set([...template.matchAll(PLACE)].map(([, word = ""]) => word).filter((word) => !meaning.has(word.toLowerCase())))];
}

/** The message to one recipient. What a value says is never read as a blank. */
export function fillMessage(template: string, values: BlankValues): string {
  return template.replace(PLACE, (whole, word: string) => {
    const blank = meaning.get(word.toLowerCase());
    return blank === undefined ? whole : values[blank];
  });
}
