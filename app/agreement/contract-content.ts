import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { AgreementFields, Subprocessor } from "./agreement-fields.ts";

/** What a version of a contract said: AgreementVersion.content. */
export type ContractContent = { fields: AgreementFields; limits: Limit[]; subprocessors: Subprocessor[] };
