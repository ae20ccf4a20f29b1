/** Ways of supervision a contract can agree on (001 bilag C.5, C.6; Datatilsynet 2021, ch. 4). */
export const PROCEDURE_KINDS = [
  "confirmation", "written-status", "certification", "auditor-statement", "questionnaire", "physical-visit", "subprocessor-statement", "subprocessor-visit",
] as const;
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

/** Who bears the cost; "each": the processor its own resources, the controller what the visit costs beyond them (001 C.5.6, C.5.7). */
export const PAYERS = ["processor", "controller", "each"] as const;
export type Payer = (typeof PAYERS)[number];

/** A way of supervision as agreed: how often (null: when there is need), who pays ("" = nothing said), and the clause. */
export type Procedure = { kind: ProcedureKind; everyMonths: number | null; payer: Payer | ""; source: string };

/** What the municipal template agrees on (001 C.5.1–C.5.7, C.6.1–C.6.8). */
export const MUNICIPAL_PROCEDURES: readonly Procedure[] = [
  { kind: "auditor-statement", everyMonths: 12, payer: "processor", source: "001 C.5.1" },
  { kind: "physical-visit", everyMonths: 12, payer: "each", source: "001 C.5.4" },
  { kind: "physical-visit", everyMonths: null, payer: "each", source: "001 C.5.5" },
  { kind: "subprocessor-statement", everyMonths: 12, payer: "processor", source: "001 C.6.1" },
  { kind: "subprocessor-visit", everyMonths: 12, payer: "processor", source: "001 C.6.4" },
];
