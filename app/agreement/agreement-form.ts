import { z } from "zod";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { AgreementFields } from "./agreement-fields.ts";
import { PERSON_CATEGORIES } from "./person-categories.ts";

const MOST_PERSONS = 2_000_000_000;
const MOST_ROWS = 50;

const line = (longest: number) => z.string({ error: "agreement:error.long" }).trim().max(longest, "agreement:error.long").default("");
const lines = (text: string) => [...new Set(text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== ""))];
const tick = z.union([z.literal("on"), z.literal("true"), z.boolean()]).optional().transform((value) => value === "on" || value === "true" || value === true);
const many = (ids: readonly string[]) => z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional()
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
}).refine((row) => row.textDa !== "" || (row.textEn === "" && !row.evidenceAsked && !row.critical), { path: ["textDa"], message: "agreement:error.requirement" });

const contact = z.object({
  side: z.enum(["controller", "processor"], { error: "agreement:error.side" }),
  role: line(200),
  name: line(200),
  email: z.string().trim().toLowerCase().max(254, "agreement:error.email").default("").refine((text) => text === "" || z.email().safeParse(text).success, "agreement:error.email"),
  phone: line(40),
}).refine((row) => row.name !== "" || (row.role === "" && row.email === "" && row.phone === ""), { path: ["name"], message: "agreement:error.contact" });

/** An agreement as typed; messages are keys of our texts. Empty rows are dropped; lists come one to a line. */
export const agreementForm = z.object({
  processorId: z.uuid({ error: "agreement:error.processor" }),
  title: z.string({ error: "agreement:error.title" }).trim().min(1, "agreement:error.title").max(200, "agreement:error.long"),
  reference: line(100),
  purpose: z.string({ error: "agreement:error.purpose" }).trim().min(1, "agreement:error.purpose").max(4000, "agreement:error.long"),
  ordinary: group("ordinary"),
  special: group("special"),
  confidential: group("confidential"),
  intrusive: group("intrusive"),
  persons: many(PERSON_CATEGORIES),
  otherPersons: line(2000),
  personCount,
  countingBasis: z.enum(["at-one-time", "over-period"], { error: "agreement:error.countingBasis" }),
  transfersOutsideEu: z.enum(["yes", "no"], { error: "agreement:error.transfers" }),
  approvedSubprocessors: line(8000),
  signedOn: day,
  startsOn: day,
  endsOn: day,
  ended: tick,
  requirements: z.array(requirement).max(MOST_ROWS, "agreement:error.rows").default([]),
  contacts: z.array(contact).max(MOST_ROWS, "agreement:error.rows").default([]),
})
  .refine(({ ordinary, special, confidential }) => ordinary.length + special.length + confidential.length > 0, { path: ["ordinary"], message: "agreement:error.categories" })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, { path: ["endsOn"], message: "agreement:error.endsBeforeStart" })
  .transform(({ ordinary, special, confidential, intrusive, persons, otherPersons, ended, transfersOutsideEu, approvedSubprocessors, ...rest }): AgreementFields => ({
    ...rest,
    dataCategories: [...ordinary, ...special, ...confidential, ...intrusive],
    personCategories: [...persons, ...lines(otherPersons)],
    transfersOutsideEu: transfersOutsideEu === "yes",
    approvedSubprocessors: lines(approvedSubprocessors),
    status: ended ? "ended" : "active",
    requirements: rest.requirements.filter((row) => row.textDa !== ""),
    contacts: rest.contacts.filter((row) => row.name !== ""),
  }));

/** The version that was read, sent along with a change. */
export const readVersion = z.object({ version: z.coerce.number().int().positive() });
