import { changeLine } from "#app/agreement/plan/change-line.server.ts";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { sayFactors } from "#app/agreement/plan/say-factors.server.ts";
import { raiseConcern } from "#app/agreement/raise-concern.server.ts";
import { openClarification } from "#app/supervision/clarification/open-clarification.server.ts";
import { writeMessage } from "#app/supervision/clarification/write-message.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { agree, requirement } from "./agreements.ts";
import type { Held } from "./agreements.ts";
import { renegotiate } from "./contracts.ts";
import { words } from "./answers.ts";
import type { Actor, Stage } from "./stage.ts";
import { answer, assess, conclude, open, pack, remind, send, submit } from "./supervisions.ts";
import type { Round } from "./supervisions.ts";

/** A round of concept 2 that was answered and concluded in order. */
export function confirmedRound(stage: Stage, agreement: Held, respondent: Actor, title: string, dpo: Actor, on: number): Round {
  const round = send(stage, agreement, { on, concept: 2, dueOn: addDays(stage.ago(on), 21) });
  answer(stage, round, respondent, { on: on - 8, said: { signatory_name: respondent.personName, signatory_title: title } });
  submit(stage, round, respondent, { on: on - 8, title });
  assess(stage, round, on - 11);
  conclude(stage, round, dpo, { on: on - 12, outcome: "in-order", message: "Tak for bekræftelsen. Vi har ingen bemærkninger." });
  return round;
}

/** Concept 1: nothing is asked, until one day all bookings are gone. */
export function salon(stage: Stage): void {
  const maja = stage.person("frisoer@example.dk");
  const booking = agree(stage, {
    by: maja, on: 420, processor: "booking", concept: 1, reason: "Almindelige kontaktoplysninger om få kunder. BookNemt er en kendt leverandør med orden i sagerne.",
    fields: { title: "Online bookingsystem", reference: "2025-01", purpose: "Kunderne bestiller selv tid. Systemet gemmer telefonnummer og mailadresse.", dataCategories: ["ordinary"], personCategories: ["customers"], personCount: 397, countingBasis: "at-one-time" },
  });
  const concern = { id: "" };
  stage.acts.push({ at: stage.moment(3), run: async (at) => {
    const body = "Alle tidsbestillinger var forsvundet fra morgenstunden. Vi ved ikke, om kundernes oplysninger er slettet eller blot utilgængelige (krypteret), og har brug for hjælp til at håndtere det rigtigt.";
    const raised = await withTenant(maja, (tx) => raiseConcern(tx, maja, booking.id, { source: "own-experience", body, noticedOn: stage.ago(3) }, at));
    if (!raised.ok) throw new Error(`concern: ${raised.reason}`);
    concern.id = raised.id;
  } });
  open(stage, booking, { on: 2, concept: 3, concern });
}

/** Concept 2, every second year: confirmed in order last year, nothing open. */
export function yarn(stage: Stage): void {
  const ulla = stage.person("webshop@example.dk");
  const payment = agree(stage, {
    by: ulla, on: 700, processor: "payment", concept: 2, notes: { c: "Kortoplysninger (Datatilsynet 2021, koncept 2)." },
    fields: { title: "Betalingsløsning til kort", reference: "eB-4471", purpose: "Betaling med kort i webshoppen. Kortoplysningerne slettes efter købet.", dataCategories: ["ordinary", "other-confidential"], personCategories: ["customers"], personCount: 2987 },
  });
  const hosting = agree(stage, {
    by: ulla, on: 690, processor: "hosting", concept: 2,
    fields: { title: "Hosting af webshoppen", purpose: "Drift af webshop og kundekonti.", dataCategories: ["ordinary"], personCategories: ["customers"], personCount: 2987 },
  });
  pack(stage, confirmedRound(stage, payment, stage.person("ebetaling@example.dk"), "Complianceansvarlig", ulla, 310), ulla, 298);
  confirmedRound(stage, hosting, stage.person("direktoer.danhost@example.dk"), "Administrerende direktør", ulla, 280);
}

/** Concept 3: last year concluded and archived, this year's status has come in and waits to be assessed. */
export function agency(stage: Stage): void {
  const [jonas, bente, thomas] = [stage.person("myndighed@example.dk"), stage.person("dpo.myndighed@example.dk"), stage.person("hrbureau@example.dk")];
  const staff = agree(stage, {
    by: jonas, on: 640, processor: "staff", concept: 3, subprocessors: ["Danhost Drift A/S"],
    fields: {
      title: "HR-system", reference: "J.nr. 2025-118", purpose: "Hosting og drift af personalesystemet: navn, adresse, personnummer, ansættelsesdato og eventuel sygdom.",
      dataCategories: ["ordinary", "health", "cpr"], personCategories: ["employees"], personCount: 213, countingBasis: "at-one-time",
      requirements: [requirement("Al kommunikation mellem parterne er krypteret.", "All communication between the parties is encrypted."), requirement("Testdata slettes senest 30 dage efter brug.", "Test data is erased no later than 30 days after use.")],
    },
  });
  const last = send(stage, staff, { on: 398, concept: 3, dueOn: stage.ago(370) });
  answer(stage, last, thomas, { on: 380 });
  submit(stage, last, thomas, { on: 379, title: "Driftschef" });
  assess(stage, last, 372);
  conclude(stage, last, bente, { on: 366, outcome: "in-order", message: "Status dækker behandlingen og de særlige krav. Vi har ingen bemærkninger." });
  pack(stage, last, bente, 365);

  const breach = { discovered_on: stage.ago(160), what: "En medarbejder i HR-bureauet kunne i to timer se lønsedler for fem ansatte hos jer på grund af en forkert rettighed.", notified_on: stage.ago(148), dealt_with: "yes", measures: "Rettigheden er rettet, og nye rettigheder godkendes nu af to personer." };
  const now = send(stage, staff, { on: 26, concept: 3, dueOn: stage.ago(-4) });
  answer(stage, now, thomas, {
    on: 3, said: { breaches: "yes", breach_list: [breach], product_changes: words("yes", "Selvbetjening på mobil er taget i brug i april. Oplysningerne er de samme.") },
    papers: { status_report_evidence: { name: "Status for behandling 2026.pdf", title: "Årlig status for behandling af personoplysninger", lines: ["Nordisk HR-bureau A/S behandler personoplysninger efter databehandleraftalen.", "Adgange er gennemgået to gange i perioden.", "Sikkerhedskopier er genskabt prøvevis i marts og september."] } },
  });
  submit(stage, now, thomas, { on: 2, title: "Driftschef" });

  const mail = agree(stage, {
    by: jonas, on: 610, processor: "hosting", concept: 3, nextDueOn: stage.ago(-20),
    fields: { title: "Mail og fildrev", purpose: "Drift af mail og fælles fildrev.", dataCategories: ["ordinary", "cpr"], personCategories: ["employees", "citizens"], personCount: 1500 },
  });
  send(stage, mail, { on: 6, concept: 3, dueOn: stage.ago(-15) });
}

/** Concept 4, every second year: the request is sent and overdue. */
export function shop(stage: Stage): void {
  const [ali, karen, sara, inge] = [stage.person("butik@example.dk"), stage.person("dpo.ekstern@example.dk", "shop"), stage.person("beacontech@example.dk"), stage.person("direktoer.danhost@example.dk")];
  const proof = { proof_evidence: { name: "Europrivacy-certifikat EP-DK-2207.pdf", title: "Europrivacy-certifikat EP-DK-2207", lines: ["Indehaver: BeaconTech ApS", "Omfatter indsamling, opbevaring og analyse af lokationsdata i butikker."] } };
  const beacons = agree(stage, {
    by: ali, on: 820, processor: "beacon", concept: 4,
    fields: {
      title: "Beacons i butikken", reference: "BT-2024", purpose: "Butikkens app registrerer kundernes ophold ved beacons og kombinerer det med navn og mailadresse.", dataCategories: ["ordinary", "location", "combination"],
      personCategories: ["customers"], personCount: 15103, requirements: [requirement("Opholdsdata slettes senest efter 90 dage.", "Location data is erased after 90 days at the latest.")],
    },
  });
  const last = send(stage, beacons, { on: 775, concept: 4, dueOn: stage.ago(750) });
  answer(stage, last, sara, { on: 760, papers: proof });
  submit(stage, last, sara, { on: 759, title: "Teknisk direktør" });
  assess(stage, last, 752);
  conclude(stage, last, karen, { on: 748, outcome: "in-order", message: "Certifikatet er gyldigt og dækker behandlingen." });
  // Same processor for years, no serious breach, unbroken certification: every second year is enough (Datatilsynet 2021, koncept 4).
  stage.acts.push({ at: stage.moment(747), run: (at) => withTenant(ali, async (tx) => {
    await sayFactors(tx, ali, { agreementId: beacons.id, version: 0, factors: [{ code: "FQ-L2", note: "Europrivacy-certifikatet har været gyldigt hele tiden, og der har ingen alvorlige brud været." }] }, at);
    const [cycle] = await planLines(tx, ali).list(beacons.id);
    if (cycle) await changeLine(tx, ali, { agreementId: beacons.id, lineId: cycle.id, version: cycle.version, intervalMonths: 24, nextDueOn: stage.ago(18), reason: "" }, at);
  }) });
  const now = send(stage, beacons, { on: 39, concept: 4, dueOn: stage.ago(9) });
  remind(stage, now, 12);
  remind(stage, now, 6);

  const hosting = agree(stage, {
    by: ali, on: 500, processor: "hosting", concept: 2, nextDueOn: stage.ago(-30),
    fields: { title: "Hosting af kundeklubben", purpose: "Drift af kundeklubbens medlemsside.", dataCategories: ["ordinary"], personCategories: ["customers", "members"], personCount: 8400 },
  });
  const reserved = send(stage, hosting, { on: 24, concept: 2, dueOn: stage.ago(2) });
  answer(stage, reserved, inge, { on: 12, said: {
    confirmation: "confirmed-with-reservations", reservations: "Sletning af ældre logfiler er bagud. Vi retter op inden årets udgang.", signatory_name: inge.personName, signatory_title: "Administrerende direktør",
  } });
  submit(stage, reserved, inge, { on: 12, title: "Administrerende direktør" });
  assess(stage, reserved, 5);
  reply(stage, reserved, inge, 1, "Det er kun driftslog uden oplysninger om jeres kunder. Logfiler ældre end seks måneder slettes den 15. december.");
}

/** Concept 5 at seven points: high assurance last year, limited assurance this year, which cannot be called in order (GAP-1). */
export function doctor(stage: Stage): void {
  const [lise, karen, ole, inge] = [stage.person("laege@example.dk"), stage.person("dpo.ekstern@example.dk", "doctor"), stage.person("sundhedsdrift@example.dk"), stage.person("direktoer.danhost@example.dk")];
  const paper = (year: number, degree: string) => ({ statement_evidence: { name: `ISAE 3000-erklæring ${year}.pdf`, title: `ISAE 3000-erklæring ${year}`, lines: ["Til kunder hos Sundhedsdrift A/S.", `Erklæringen er afgivet med ${degree} grad af sikkerhed.`, "Omfatter hosting, drift og support af journalsystemet."] } });
  const journal = agree(stage, {
    by: lise, on: 560, processor: "journal", concept: 5,
    fields: {
      title: "Journalsystem", reference: "PLO-312", purpose: "Hosting og drift af lægehusets journalsystem.", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["patients"], personCount: 1600,
      nature: "Hosting, drift og support.", duration: "Indtil videre", clauseSet: "secretariat", approvalKind: "general", securityLevel: "high", agreedConcept: 5, dataSubjectFacing: true,
      locations: [{ place: "Datacentre i Danmark", country: "DK" }], procedures: [{ kind: "auditor-statement", everyMonths: 12, payer: "processor", source: "C.7" }],
      requirements: [requirement("Al kommunikation med systemet er krypteret.", "All communication with the system is encrypted.", { critical: true, category: "security", source: "C.2.2", objectives: ["B"] })],
    },
  });
  renegotiate(stage, journal, {
    on: 420, sets: ["security-instruction"], change: { locations: [{ place: "Datacentre i Danmark", country: "DK" }, { place: "Sikkerhedskopi i Oslo", country: "NO" }] },
    said: { label: "2.0", signedForController: "Lise Bang", signedForProcessor: "Ole Brandt", changes: "Sikkerhedskopien opbevares nu i Oslo. Sikkerhedsinstruksen er lagt ved." },
  });
  const year = Number(stage.today.slice(0, 4));
  const last = send(stage, journal, { on: 388, concept: 5, dueOn: stage.ago(360) });
  answer(stage, last, ole, { on: 371, papers: paper(year - 1, "høj") });
  submit(stage, last, ole, { on: 371, title: "Sikkerhedschef" });
  assess(stage, last, 364);
  conclude(stage, last, karen, { on: 358, outcome: "in-order", message: "Erklæringen giver høj grad af sikkerhed og dækker behandlingen." });
  pack(stage, last, karen, 357);
  const now = send(stage, journal, { on: 30, concept: 5, dueOn: stage.ago(3) });
  answer(stage, now, ole, { on: 7, said: { assurance: "limited" }, papers: paper(year, "begrænset") });
  submit(stage, now, ole, { on: 6, title: "Sikkerhedschef" });
  assess(stage, now, 4);
  ask(stage, now, lise, 4, "assurance", "Erklæringen giver i år kun begrænset sikkerhed. Ved 7 point skal den give høj grad af sikkerhed. Hvornår kan I få en ny?");
  reply(stage, now, ole, 1, "Revisor kan afgive en erklæring med høj grad af sikkerhed i februar. Vi sender den, så snart den foreligger.");

  const site = agree(stage, {
    by: lise, on: 520, processor: "hosting", concept: 2,
    fields: { title: "Hjemmeside og nyhedsbrev", purpose: "Drift af lægehusets hjemmeside.", dataCategories: ["ordinary"], personCategories: ["patients"], personCount: 1600 },
  });
  confirmedRound(stage, site, inge, "Administrerende direktør", karen, 200);
}

/** The controller asks about one question. */
export function ask(stage: Stage, round: Round, by: Actor, on: number, question: string, body: string): void {
  stage.acts.push({ at: stage.moment(on, 90), run: async () => {
    const opened = await withTenant(by, (tx) => openClarification(tx, by, { supervisionId: round.id, question, body }));
    if (!opened.ok) throw new Error(`clarification: ${opened.reason}`);
  } });
}

/** The processor answers in the thread that is open. */
export function reply(stage: Stage, round: Round, by: Actor, on: number, body: string): void {
  stage.acts.push({ at: stage.moment(on, 300), run: () => withTenant(by, async (tx) => {
    const thread = await tx.clarification.findFirstOrThrow({ where: { supervisionId: round.id, closedAt: null }, select: { id: true } });
    const written = await writeMessage(tx, by, { clarificationId: thread.id, body });
    if (!written.ok) throw new Error(`reply: ${written.reason}`);
  }) });
}
