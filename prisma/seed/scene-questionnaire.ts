import { randomUUID } from "node:crypto";
import { changeQuestionnaire } from "#app/questionnaire/builder/change-questionnaire.server.ts";
import { createQuestionnaire } from "#app/questionnaire/builder/create-questionnaire.server.ts";
import { newField, newPage, newQuestion, newRows, standardTexts, type Draft, type DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { publishQuestionnaire } from "#app/questionnaire/builder/publish-questionnaire.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Actor, Stage } from "./stage.ts";

const asked = (name: string, da: string, en: string, more: Partial<DraftQuestion> = {}): DraftQuestion => ({ ...newQuestion(name, "single"), title: { da, en }, ...more });

/** Questions of the municipality's own to those who deliver welfare technology. */
function welfare(): Draft {
  const plain = (value: string, da: string, en: string) => ({ value, text: { da, en }, level: null, reason: false });
  const sensors = asked("sensors", "Måler udstyret noget om borgeren, fx bevægelse eller søvn?", "Does the equipment measure anything about the citizen, such as movement or sleep?", {
    type: "yes-no", weight: 0, comment: false, choices: [plain("true", "Ja", "Yes"), plain("false", "Nej", "No")],
  });
  const onlyThen = { any: [[{ question: "sensors", operator: "is" as const, value: true }]] };
  return {
    title: { da: "Velfærdsteknologi i borgernes hjem", en: "Welfare technology in citizens’ homes" },
    description: { da: "[[controller]] fører tilsyn med aftalen »[[agreement]]«. Spørgsmålene handler om udstyr, der står hjemme hos borgerne.", en: "[[controller]] supervises the agreement “[[agreement]]”. The questions concern equipment in citizens’ homes." },
    minutes: null,
    pages: [
      { ...newPage("equipment", { da: "Udstyret", en: "The equipment" }), questions: [
        asked("updates", "Bliver udstyret opdateret, når der findes sikkerhedsrettelser?", "Is the equipment updated when security fixes appear?", { weight: 2, requirements: ["G2", "001 C.2 d.8"], source: "Aftalens bilag C.2" }),
        sensors,
        asked("measurements", "Bliver målingerne slettet, når borgeren ikke længere bruger udstyret?", "Are the measurements erased when the citizen no longer uses the equipment?", { weight: 3, critical: true, requirements: ["G7"], evidence: "required", evidenceText: { ...standardTexts.evidenceRequired }, condition: onlyThen }),
      ] },
      { ...newPage("people", { da: "Menneskene", en: "The people" }), questions: [
        asked("confidentiality", "Har alle montører underskrevet en erklæring om fortrolighed?", "Have all fitters signed a declaration of confidentiality?", { weight: 2, requirements: ["G1"] }),
        { ...newQuestion("visits", "rows"), title: { da: "Hvilke firmaer besøger borgerne for jer?", en: "Which firms visit the citizens for you?" }, required: false, rows: { ...newRows(), min: 0, title: { da: "Firma", en: "Firm" }, fields: [{ ...newField("name"), title: { da: "Navn", en: "Name" }, required: true }, { ...newField("cvr"), title: { da: "CVR-nummer", en: "CVR number" }, maxLength: 20 }] } },
      ] },
    ],
  };
}

/** A questionnaire of the municipality's own with two versions, and a draft that goes on. */
export function questionnaire(stage: Stage, by: Actor): void {
  const found: { id: string } = { id: randomUUID() };
  const act = (on: number, minutes: number, run: (at: Date) => Promise<{ ok: boolean }>) => void stage.acts.push({ at: stage.moment(on, minutes), run: async (at) => {
    if (!(await run(at)).ok) throw new Error("The questionnaire of the municipality was refused");
  } });
  const publish = (version: number, note: string, at: Date) => withTenant(by, (tx) => publishQuestionnaire(tx, by, found.id, { version, note, at }));
  act(210, 300, async (at) => {
    const made = await withTenant(by, (tx) => createQuestionnaire(tx, by, welfare(), at));
    if (made.ok) found.id = made.id;
    return made;
  });
  act(210, 340, (at) => publish(1, "Første udgave, drøftet med hjemmeplejen.", at));
  act(75, 310, (at) => withTenant(by, (tx) => changeQuestionnaire(tx, by, found.id, [{ kind: "add-question", page: "equipment", after: "measurements", type: "single" }, { kind: "question", question: asked("q7", "Kan udstyret slettes på afstand, hvis det bliver væk?", "Can the equipment be erased remotely if it is lost?", { weight: 2, requirements: ["G2"] }) }], { base: null, at })));
  act(75, 320, (at) => publish(2, "Spørgsmål om bortkommet udstyr er tilføjet efter en hændelse i foråret.", at));
  act(12, 300, (at) => withTenant(by, (tx) => changeQuestionnaire(tx, by, found.id, [{ kind: "add-question", page: "people", after: "confidentiality", type: "long-text" }, { kind: "question", question: { ...newQuestion("q8", "long-text"), title: { da: "Hvordan bliver nye montører sat ind i opgaven?", en: "" } } }], { base: null, at })));
}
