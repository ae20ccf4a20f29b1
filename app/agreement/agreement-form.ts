import { z } from "zod";
import type { Concept } from "#app/domain/concept/concept.ts";
import { PAYERS, PROCEDURE_KINDS } from "#app/domain/concept/procedures.ts";
import { COUNTRIES } from "#app/domain/identity/countries.ts";
import { CLAUSE_SETS } from "#app/domain/limits/clause-sets.ts";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import { APPROVAL_KINDS, OBJECTIVES, REQUIREMENT_CATEGORIES, SECURITY_LEVELS } from "./agreement-fields.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import { PERSON_CATEGORIES } from "./person-categories.ts";

const MOST_PERSONS = 2_000_000_000;
const MOST_ROWS = 50;

const line = (longest: number) => z.string({ error: "agreement:error.long" }).trim().max(longest, "agreement:error.long").default("");
const lines = (text: string) => [...new Set(text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== ""))];
const tick = z.union([z.literal("on"), z.literal("true"), z.boolean()]).optional().transform((value) => value === "on" || value === "true" || value === true);
/** One of a few, or "" where the contract says nothing. */
const oneOf = <const Ids extends readonly string[]>(ids: Ids) => z.enum(["", ...ids]).default("");
const many = <Id extends string>(ids: readonly Id[]) => z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional()
  .transform((chosen) => ids.filter((id) => chosen?.includes(id)));
const group = (name: string) => many(CATEGORIES.filter((category) => category.group === name).map(({ id }) => id));
const day = z.string().trim().default("").refine((text) => text === "" || (isIsoDate(text) && text >= "1990-01-01" && text <= "2100-12-31"), "agreement:error.date").transform((text) => (text === "" ? null : text));

/** "2.987", "2 987" and "2987" are one number; anything but digits and separators of thousands is refused. */
const personCount = z.string({ error: "agreement:error.personCount" }).trim().min(1, { message: "agreement:error.personCount", abort: true })
  .refine((text) => /^\d{1,3}([. ,]?\d{3})*$|^\d+$/.test(text), { message: "agreement:error.personCountDigits", abort: true })
  .transform((text) => Number(text.replace(/\D/g, ""))).refine((count) => count <= MOST_PERSONS, "agreement:error.personCountDigits");

const requirement = z.object({
  id: z.union([z.literal(""), z.uuid()]).default(""),
  textDa: z.string().trim().max(2000, "agreement:error.long").default(""),
  textEn: z.string().trim().max(2000, "agreement:error.long").default(""),
  evidenceAsked: tick,
  critical: tick,
  category: z.enum(REQUIREMENT_CATEGORIES).default("other"),
  evidenceText: line(1000),
  source: line(200),
  objectives: many(OBJECTIVES),
}).refine((row) => row.textDa !== "" || (row.textEn + row.evidenceText + row.source === "" && !row.evidenceAsked && !row.critical), { path: ["textDa"], message: "agreement:error.requirement" });

const contact = z.object({
  side: z.enum(["controller", "processor"], { error: "agreement:error.side" }),
  role: line(200),
  name: line(200),
  email: z.string().trim().toLowerCase().max(254, "agreement:error.email").default("").refine((text) => text === "" || z.email().safeParse(text).success, "agreement:error.email"),
  phone: line(40),
}).refine((row) => row.name !== "" || (row.role === "" && row.email === "" && row.phone === ""), { path: ["name"], message: "agreement:error.contact" });

/** How a version of the contract is called, and who signed it. */
export const signing = { label: line(40), signedForController: line(200), signedForProcessor: line(200) };

const location = z.object({ place: line(300), country: oneOf(COUNTRIES) });

const everyMonths = z.string().trim().default("").refine((text) => text === "" || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120), "agreement:error.everyMonths")
  .transform((text) => (text === "" ? null : Number(text)));
const procedure = z.object({ kind: oneOf(PROCEDURE_KINDS), everyMonths, payer: oneOf(PAYERS), source: line(200) })
  .refine((row) => row.kind !== "" || (row.everyMonths === null && row.payer === "" && row.source === ""), { path: ["kind"], message: "agreement:error.procedure" });

/** An agreement as typed; messages are keys of our texts. Empty rows are dropped; lists come one to a line. */
export const agreementForm = z.object({
  processorId: z.uuid({ error: "agreement:error.processor" }),
  title: z.string({ error: "agreement:error.title" }).trim().min(1, "agreement:error.title").max(200, "agreement:error.long"),
  reference: line(100),
  purpose: z.string({ error: "agreement:error.purpose" }).trim().min(1, "agreement:error.purpose").max(4000, "agreement:error.long"),
  nature: line(4000),
  duration: line(1000),
  clauseSet: oneOf(CLAUSE_SETS),
  ordinary: group("ordinary"),
  special: group("special"),
  confidential: group("confidential"),
  intrusive: group("intrusive"),
  persons: many(PERSON_CATEGORIES),
  otherPersons: line(2000),
  personCount,
  countingBasis: z.enum(["at-one-time", "over-period"], { error: "agreement:error.countingBasis" }),
  transfersOutsideEu: z.enum(["yes", "no"], { error: "agreement:error.transfers" }),
  dataSubjectFacing: tick,
  approvalKind: oneOf(APPROVAL_KINDS),
  locations: z.array(location).max(MOST_ROWS, "agreement:error.rows").default([]),
  securityLevel: oneOf(SECURITY_LEVELS),
  agreedConcept: oneOf(["1", "2", "3", "4", "5", "6"]).transform((text) => (text === "" ? null : (Number(text) as Concept))),
  procedures: z.array(procedure).max(MOST_ROWS, "agreement:error.rows").default([]),
  signedOn: day,
  startsOn: day,
  endsOn: day,
  ended: tick,
  requirements: z.array(requirement).max(MOST_ROWS, "agreement:error.rows").default([]),
  contacts: z.array(contact).max(MOST_ROWS, "agreement:error.rows").default([]),
})
  .refine(({ ordinary, special, confidential }) => ordinary.length + special.length + confidential.length > 0, { path: ["ordinary"], message: "agreement:error.categories" })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, { path: ["endsOn"], message: "agreement:error.endsBeforeStart" })
  .transform(({ ordinary, special, confidential, intrusive, persons, otherPersons, ended, transfersOutsideEu, procedures, ...rest }): AgreementFields => ({
    ...rest,
    dataCategories: [...ordinary, ...special, ...confidential, ...intrusive],
    personCategories: [...persons, ...lines(otherPersons)],
    transfersOutsideEu: transfersOutsideEu === "yes",
    locations: rest.locations.filter((row) => row.place !== "" || row.country !== ""),
    procedures: procedures.flatMap(({ kind, ...row }) => (kind === "" ? [] : [{ kind, ...row }])),
    status: ended ? "ended" : "active",
    requirements: rest.requirements.filter((row) => row.textDa !== ""),
    contacts: rest.contacts.filter((row) => row.name !== ""),
  }));

/** What is said only when an agreement is registered: the sub-processors by name, one to a line, and who signed the contract. */
export const registrationForm = z.object({ subprocessors: z.string().max(8000, "agreement:error.long").default("").transform(lines), ...signing });
export type Registration = z.infer<typeof registrationForm>;

/** The version that was read, sent along with a change. */
export const readVersion = z.object({ version: z.coerce.number().int().positive() });
