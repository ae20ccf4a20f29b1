import agreement from "#questionnaires/blocks/agreement.v2.json" with { type: "json" };
import k2 from "#questionnaires/blocks/k2.v2.json" with { type: "json" };
import k3 from "#questionnaires/blocks/k3.v2.json" with { type: "json" };
import k4 from "#questionnaires/blocks/k4.v2.json" with { type: "json" };
import k5 from "#questionnaires/blocks/k5.v2.json" with { type: "json" };
import k6 from "#questionnaires/blocks/k6.v2.json" with { type: "json" };
import limits from "#questionnaires/blocks/limits.v2.json" with { type: "json" };
import pages from "#questionnaires/blocks/pages.v2.json" with { type: "json" };
import special from "#questionnaires/blocks/special.v2.json" with { type: "json" };
import type { Concept } from "../types.ts";
import type { AgreementFile, BlockPage, ConceptFile, LimitsFile, SpecialFile } from "./block.ts";

/*
 * The second version of the questions. Files that requests have been made from are never edited: a change of a text is a new version.
 * `block-files.test.ts` holds each of them against the allow-list of what may be sent.
 */

const concepts = { 2: k2, 3: k3, 4: k4, 5: k5, 6: k6 } as unknown as Record<Concept, ConceptFile>;

/** The questions a concept asks of its own, before any agreement is known. */
export const conceptFile = (concept: Concept): ConceptFile => concepts[concept];

/** How special requirements are asked about under a concept. */
export const specialFile = (concept: Concept): SpecialFile => (special as unknown as Record<Concept, SpecialFile>)[concept];

export const agreementFile = agreement as unknown as AgreementFile;
export const limitsFile = limits as unknown as LimitsFile;
export const blockPages = pages as unknown as readonly BlockPage[];
