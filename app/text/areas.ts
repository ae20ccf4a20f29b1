/** Areas of text: one JSON file each per language, and one i18next namespace. */
export const areas = [
  "frame",
  "words",
  "auth",
  "agreement",
  "supervision",
  "questionnaire",
  "processor",
  "overview",
  "assessment",
  "finding",
  "mail",
  "evidence",
  "organisation",
  "audit",
  "report",
  "errors",
] as const;
export type Area = (typeof areas)[number];
export type Texts = Record<Area, object>;
