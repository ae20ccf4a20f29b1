import { findCatalogue } from "#app/questionnaire/catalogues/built-in.ts";
import type { Catalogue, CatalogueItem } from "#app/questionnaire/catalogues/catalogue-schema.ts";
import { importCatalogue } from "#app/questionnaire/catalogues/own/import-catalogue.server.ts";
import { completeCheck } from "#app/supervision/agreement-check/complete-check.server.ts";
import { decideItem } from "#app/supervision/agreement-check/decide-item.server.ts";
import { startCheck } from "#app/supervision/agreement-check/start-check.server.ts";
import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Actor, Stage } from "./stage.ts";

type Said = { verdict: Verdict; reason?: string; clause?: string };
const met = (clause: string): Said => ({ verdict: "met", clause });
const missed = (reason: string, clause = ""): Said => ({ verdict: "not-met", reason, clause });

/** What the municipality found when it read its agreements against a catalogue, and the demands of its own it has written down. */
export function agreementChecks(stage: Stage): void {
  const mette = stage.person("kommune@example.dk");
  const care = Object.fromEntries(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"].map((item, place) => [item, met(`pkt. ${place + 4}`)]));
  check(stage, mette, 420, "Omsorgsjournal", "guide-2021", { ...care, G5: missed("Aftalen nævner ikke de registreredes rettigheder."), G7: missed("Der står kun, at oplysningerne slettes “efter nærmere aftale”.", "pkt. 11") });
  check(stage, mette, 96, "Omsorgsjournal", "guide-2021", { ...care, G5: met("tillæg 1, pkt. 2"), G7: missed("Tillægget siger stadig ikke, hvornår der slettes.", "tillæg 1, pkt. 4") });
  check(stage, mette, 9, "Hjemmeside og selvbetjening", "absalon-2019", {
    "ABS-1": met("pkt. 2"), "ABS-2": met("pkt. 3"), "ABS-3": met("pkt. 1"), "ABS-4": missed("Aftalen henviser stadig til persondataloven.", "bilag 2"), "ABS-5": met("pkt. 2"), "ABS-6": met("bilag 1"),
    "ABS-7": met("bilag 1"), "ABS-8": met("pkt. 12"), "ABS-9": met("pkt. 4"), "ABS-10": met("pkt. 5"), "ABS-11": { verdict: "not-relevant", reason: "Al drift sker i Danmark, og aftalen udelukker andet." },
    "ABS-12": met("pkt. 4"), "ABS-13": missed("Fristen er 72 timer.", "pkt. 9"),
  });
  own(stage, mette, 200, DEMANDS);
  own(stage, mette, 45, { ...DEMANDS, items: [...DEMANDS.items.map((item) => (item.id === "3" ? { ...item, weight: 3 as const, critical: true } : item)), demand("5", "Leverandøren kan udlevere alle data i et åbent format inden for fem hverdage.", "The supplier can hand over all data in an open format within five working days.", { maps: ["G7", "001 C.3.2"] })] });
}

function check(stage: Stage, by: Actor, on: number, title: string, catalogue: string, said: Record<string, Said>): void {
  stage.acts.push({ at: stage.moment(on), run: (at) => withTenant(by, async (tx) => {
    const { id: agreementId } = await tx.agreement.findFirstOrThrow({ where: { controllerId: by.organisationId, title }, select: { id: true } });
    const started = await startCheck(tx, by, agreementId, catalogue, at);
    if (!started.ok) throw new Error(`${title}: ${started.reason}`);
    for (const [item, { verdict, reason = "", clause = "" }] of Object.entries(said)) {
      const done = await decideItem(tx, by, started.id, { item, verdict, reason, clause, version: 0 }, at);
      if (!done.ok) throw new Error(`${title} ${item}: ${done.reason}`);
    }
    if (Object.keys(said).length === findCatalogue(catalogue)?.items.length) await completeCheck(tx, by, started.id, at);
  }) });
}

function own(stage: Stage, by: Actor, on: number, catalogue: Catalogue): void {
  stage.acts.push({ at: stage.moment(on), run: (at) => withTenant(by, async (tx) => {
    const base = await tx.ownCatalogue.count({ where: { organisationId: by.organisationId, key: catalogue.id } });
    const done = await importCatalogue(tx, by, catalogue, { base, fileName: "engsted-krav.xlsx", at });
    if (!done.ok) throw new Error(`${catalogue.id}: ${done.reason}`);
  }) });
}

function demand(id: string, da: string, en: string, more: Partial<CatalogueItem> = {}): CatalogueItem {
  return { id, group: "g1", source: "It-politik for Engsted Kommune", weight: 2, critical: false, text: { da, en }, evidence: { da: "", en: "" }, maps: [], limits: [], ...more };
}

const DEMANDS: Catalogue = {
  id: "engsted-krav", version: 1, standing: "own", published: "", title: { da: "Engsted Kommunes krav til leverandører", en: "Engsted Municipality's demands on suppliers" },
  about: { da: "Krav fra kommunens it-politik, som ligger ud over databehandleraftalen.", en: "Demands of the municipality's IT policy beyond the data processing agreement." },
  groups: [{ id: "g1", title: { da: "It-politikken", en: "The IT policy" } }],
  items: [
    demand("1", "Medarbejdere logger på med to faktorer.", "Staff sign in with two factors.", { weight: 3, critical: true, maps: ["000 3.6", "B.14"], limits: ["T23"], evidence: { da: "Opsætningen af log-på.", en: "The sign-in set-up." } }),
    demand("2", "Kritiske sikkerhedsopdateringer lægges på inden for 48 timer.", "Critical security updates are applied within 48 hours.", { weight: 3, maps: ["000 9.1.1"], limits: ["T21"] }),
    demand("3", "Kommunen får besked om brud inden for 24 timer.", "The municipality is told of breaches within 24 hours.", { maps: ["G6", "ABS-13"], limits: ["T7"] }),
    demand("4", "Data opbevares i EU eller EØS.", "Data is stored in the EU or the EEA.", { maps: ["X-G", "001 C.4.1"] }),
  ],
};
