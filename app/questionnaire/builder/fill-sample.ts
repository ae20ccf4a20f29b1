import type { FrozenQuestionnaire } from "../types.ts";

const samples = (controller: string): Record<string, { da: string; en: string }> => ({
  controller: { da: controller, en: controller }, agreement: { da: "(aftalens navn)", en: "(name of the agreement)" }, since: { da: "siden sidste tilsyn", en: "since the last supervision" },
});

/** A questionnaire with something in place of what is filled in when a request is made: for the preview. */
export function fillSample(frozen: FrozenQuestionnaire, controller: string): FrozenQuestionnaire {
  const values = samples(controller.replace(/[{}<>[\]]/g, ""));
  const fill = (json: unknown, language: "da" | "en"): unknown => {
    if (typeof json === "string") return json.replace(/\[\[(\w+)\]\]/g, (all, name: string) => (Object.hasOwn(values, name) ? values[name]![language] : all));
    if (Array.isArray(json)) return json.map((one) => fill(one, language));
    if (typeof json !== "object" || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, fill(one, key === "en" ? "en" : key === "da" ? "da" : language)]));
  };
  return { ...frozen, survey: fill(frozen.survey, "da") as FrozenQuestionnaire["survey"] };
}
