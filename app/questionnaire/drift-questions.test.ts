import { expect, it } from "vitest";
import { driftFacts } from "./drift-questions.ts";
import { listElements } from "./elements.ts";
import { firstVersion, sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";
import { validateAll } from "./validate-answers.server.ts";

const agreement = {
  title: "Journal", duration: "Så længe hovedaftalen løber", specialRequirements: [{ id: "r1", textDa: "NSIS" }],
  subprocessors: [
    { id: "s1", name: "Hosting A/S", country: "DK", processing: "Drift", status: "approved" }, { id: "s2", name: "Mail Ltd", country: "IE", processing: "Udsendelse", status: "assumed" },
    { id: "s3", name: "Nej Inc", country: "US", processing: "Analyse", status: "refused" },
  ],
  locations: [{ place: "Roskilde", country: "DK" }], limits: [{ kind: "breach-notice", value: 24, unit: "hours", runsFrom: "awareness", source: "001 10.1" }],
};
const k5 = sampleQuestionnaire(5, { agreement });

it("reads what has drifted from the agreement", () => {
  const facts = driftFacts(k5, sampleAnswers({
    approved_s1: { value: "changed", comment: "Nyt datacenter i Norge" }, assumed_s2: { value: "yes", comment: "Support i Indien" }, subprocessors_new: "yes",
    subprocessors_new_list: [{ name: " Sky ApS ", country: "Sverige", processing: "Backup", used_since: "2026-02-01", approved: "no" }],
    locations: "elsewhere", locations_elsewhere: [{ place: "Oslo", country: "Norge", processing: "Drift" }], retention: { value: "otherwise", comment: "Log i ét år" },
    limits_met: { value: "partly", comment: "Én gang efter 30 timer" }, special_r1: "not-covered", instead_r1: { value: "met", comment: "Egen løsning" },
  }));
  expect(facts).toEqual({
    approved: [{ id: "s1", question: "approved_s1", use: "changed", details: "Nyt datacenter i Norge" }],
    assumed: [{ id: "s2", question: "assumed_s2", used: true, details: "Support i Indien" }],
    usesOthers: true, others: [{ name: "Sky ApS", country: "Sverige", processing: "Backup", usedSince: "2026-02-01", saidApproved: false }],
    placesAsAgreed: false, placesElsewhere: [{ place: "Oslo", country: "Norge", processing: "Drift", usedSince: null }],
    retentionAsAgreed: false, retentionDetails: "Log i ét år", limitsKept: "partly", limitDetails: "Én gang efter 30 timer",
    metInstead: [{ id: "r1", question: "instead_r1", level: "met" }],
  });
});

it("knows nothing where nothing is answered, or where it was never asked", () => {
  const nothing = { others: [], usesOthers: null, placesAsAgreed: null, placesElsewhere: [], retentionAsAgreed: null, retentionDetails: null, limitsKept: null, limitDetails: null, metInstead: [] };
  expect(driftFacts(k5, {})).toMatchObject({ ...nothing, approved: [{ use: null }], assumed: [{ used: null }] });
  expect(driftFacts(firstVersion(5), sampleAnswers({ subprocessors: "Hosting A/S" }))).toEqual({ ...nothing, approved: [], assumed: [] });
});

it("a list left over from an answer that has been taken back counts no more", () => {
  const facts = driftFacts(k5, sampleAnswers({ subprocessors_new: "no", subprocessors_new_list: [{ name: "Sky ApS" }], locations: "as-agreed", locations_elsewhere: [{ place: "Oslo" }] }));
  expect([facts.others, facts.placesElsewhere]).toEqual([[], []]);
});

it("asks for what has changed before it can be handed in", () => {
  const checked = validateAll(k5, sampleAnswers({ approved_s1: "changed", subprocessors_new: "yes", retention: "otherwise" }));
  const missing = checked.ok ? [] : checked.problems.map(({ question }) => question);
  expect(missing).toEqual(expect.arrayContaining(["approved_s1", "assumed_s2", "subprocessors_new_list", "retention", "locations"]));
});

it("calls nobody approved who is only assumed to be in use", () => {
  const said = (subprocessors: typeof agreement.subprocessors, concept: 2 | 3 = 3) => {
    const elements = listElements(sampleQuestionnaire(concept, { agreement: { ...agreement, subprocessors } }).survey);
    return elements.filter(({ name }) => /^(approved|assumed|subprocessors_new$|confirmation)/.test(name)).map(({ name, title, description }) => `${name}: ${title?.da} ${description?.da ?? ""}`);
  };
  const [, mail] = agreement.subprocessors;
  const both = said(agreement.subprocessors);
  expect(both.map((one) => one.split(":")[0])).toEqual(["approved_s1", "assumed_s2", "subprocessors_new"]);
  expect(both[0]).toContain("Godkendt til: Drift. Land: Danmark.");
  expect(both[1]).toContain("Vi går ud fra, at I bruger den til: Udsendelse. Land: Irland.");
  for (const one of [...both.slice(1), ...said([mail!])]) expect(one).not.toMatch(/godkend|fortsat/i);
  const [confirmation] = said(agreement.subprocessors, 2);
  expect(confirmation).toMatch(/Aftalen godkender disse underdatabehandlere: Hosting A\/S\.\nVi går ud fra, at I også bruger: Mail Ltd\./);
});
