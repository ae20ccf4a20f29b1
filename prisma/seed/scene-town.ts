import { addDays } from "#app/domain/time/iso-date.ts";
import { MUNICIPAL_PROCEDURES } from "#app/domain/concept/procedures.ts";
import { agree, requirement } from "./agreements.ts";
import type { Plot } from "./agreements.ts";
import { words } from "./answers.ts";
import { chain, renegotiate } from "./contracts.ts";
import { decide, report, twoYears } from "./scene-findings.ts";
import { questionnaire } from "./scene-questionnaire.ts";
import { confirmedRound, reply } from "./scenes-small.ts";
import type { Actor, Stage } from "./stage.ts";
import { answer, assess, conclude, giveBack, open, pack, send, submit, withdraw } from "./supervisions.ts";

const note = (title: string, ...lines: string[]) => ({ name: `${title}.pdf`, title, lines });

/** The municipality: its building cases under concept 6 (Datatilsynet 2021, ch. 4), and the many other agreements a municipality has. */
export function town(stage: Stage): void {
  const [mette, henrik] = [stage.person("kommune@example.dk"), stage.person("dpo.kommune@example.dk")];
  building(stage, mette, henrik);
  audited(stage, mette, henrik);
  answered(stage, mette, henrik);
  planned(stage, mette);
  questionnaire(stage, mette);
}

function building(stage: Stage, mette: Actor, henrik: Actor): void {
  const camilla = stage.person("byggesag@example.dk");
  const cases = agree(stage, {
    by: mette, on: 620, processor: "building", concept: 6, subprocessors: ["Danhost Drift A/S"], notes: { c: "Hemmelige adresser." },
    fields: {
      title: "Behandling af byggesager", reference: "25/10442", purpose: "Sagsbehandling af byggesager: navne, adresser (også hemmelige) og oplysninger om handicap.", dataCategories: ["ordinary", "health", "other-confidential"],
      personCategories: ["citizens"], personCount: 31016,
      nature: "Hosting, drift og support af sagssystemet.", duration: "Indtil videre", clauseSet: "municipal", approvalKind: "specific", securityLevel: "high", procedures: [...MUNICIPAL_PROCEDURES],
      locations: [{ place: "Datacenter i Odense", country: "DK" }, { place: "Reservedatacenter i Malmø", country: "SE" }],
      requirements: [
        requirement("Hemmelige adresser vises kun for sagsbehandlere med særlig adgang.", "Protected addresses are shown only to caseworkers with special access.", { critical: true, category: "security", source: "C.2.2", evidenceText: "Udtræk over, hvem der har adgangen", objectives: ["B"] }),
        requirement("Sager slettes eller afleveres til arkiv senest fem år efter afslutning.", "Cases are erased or archived within five years of closing.", { category: "retention", source: "C.3", objectives: ["D", "E"] }),
      ],
    },
  });
  chain(stage, cases, 620, [
    { name: "Danhost Drift A/S", cvr: "53058418", address: "Havnegade 4, 5000 Odense C", processing: "Drift af servere og sikkerhedskopier.", contactName: "Rasmus Lykke", contactEmail: "danhost@example.dk", approvedOn: stage.ago(640) },
    { name: "NordBackup AB", country: "SE", address: "Malmø", processing: "Opbevaring af krypterede sikkerhedskopier.", contactName: "Lars Ek", contactEmail: "nordbackup@example.dk", approvedOn: stage.ago(640), under: "Danhost Drift A/S" },
    { name: "Ticketly Inc.", country: "US", processing: "Sager hos brugersupport.", transferGround: "scc", status: "assumed" },
  ]);
  renegotiate(stage, cases, {
    on: 430, sets: ["security-instruction", "absalon"], change: { duration: "Til 31. december 2028, derefter indtil videre" },
    said: { label: "2.0", signedForController: "Henrik Vang, databeskyttelsesrådgiver", signedForProcessor: "Camilla Toft, kvalitetschef", changes: "Sikkerhedsinstruksen er lagt ved. Brud skal meldes inden for 24 timer, og kritiske opdateringer lægges på inden for 48 timer." },
  });
  const papers = { access_review_evidence: note("Gennemgang af adgange", "Gennemført i marts. Ingen gennemgang i efteråret."), backup_evidence: note("Genskabelse af sikkerhedskopi", "Afprøvet den 4. juni på en del af sagerne."), own_subprocessor_supervision_evidence: note("Tilsyn med Danhost Drift", "Skriftlig status modtaget i maj.") };
  const last = send(stage, cases, { on: 412, concept: 6, dueOn: stage.ago(380) });
  answer(stage, last, camilla, { on: 385, papers, said: {
    access_review: words("partly", "Vi gennemgår adgange en gang om året."), backup: words("partly", "Genskabelse er kun afprøvet på en del af sagerne."), training: words("not-met", "Undervisning er ikke gennemført i år."), logging: words("partly", "Opslag gemmes i tre måneder."),
    own_subprocessor_supervision: words("partly", "Vi har modtaget en status, men ikke fulgt op på den."),
  } });
  submit(stage, last, camilla, { on: 384, title: "Kvalitetschef" });
  assess(stage, last, 376);
  conclude(stage, last, henrik, { on: 364, outcome: "in-order-with-remarks", message: "Vi har bemærkninger til adgange, sikkerhedskopi, undervisning, log og tilsyn med underdatabehandleren. Tiltagene er aftalt med jer." });
  pack(stage, last, henrik, 362);
  decide(stage, last, mette, 360, "access_review", { to: "agreed", measure: "Adgange gennemgås hvert halve år, første gang i juni.", ownerName: "Camilla Toft", dueOn: stage.ago(34) });
  decide(stage, last, mette, 360, "logging", { to: "agreed", measure: "Loggen gemmes i seks måneder.", ownerName: "Camilla Toft", dueOn: stage.ago(-41) });
  decide(stage, last, mette, 360, "training", { to: "agreed", measure: "Alle medarbejdere gennemfører undervisning.", ownerName: "Camilla Toft", dueOn: stage.ago(90) });
  report(stage, last, camilla, 92, "training", { body: "Alle 42 medarbejdere har nu gennemført undervisningen. Deltagerlisten er vedlagt.", paper: note("Deltagere i undervisning", "42 af 42 medarbejdere, gennemført 12.–23. august.") });
  decide(stage, last, henrik, 350, "backup", { to: "risk-accepted", reason: "Risikoen er begrænset, indtil den nye løsning er taget i brug.", acceptedUntil: stage.ago(-18) });

  const now = send(stage, cases, { on: 18, concept: 6, dueOn: stage.ago(-10) });
  answer(stage, now, camilla, { on: 4, only: ["instructions", "unlawful_instructions", "confidentiality", "training", "risk_assessment", "access_control", "access_review", "logging", "patching"], papers: { training_evidence: note("Deltagere i undervisning", "Alle 42 medarbejdere har gennemført undervisningen i august.") } });
}

/** Agreements that rest on an auditor's statement. */
function audited(stage: Stage, mette: Actor, henrik: Actor): void {
  const rest = (plot: Omit<Plot, "by" | "concept">, by: Actor, title: string, on: number, said: Record<string, unknown>) => {
    const round = send(stage, agree(stage, { ...plot, by: mette, concept: 5 }), { on, concept: 5, dueOn: addDays(stage.ago(on), 28) });
    answer(stage, round, by, { on: on - 15, said, papers: { statement_evidence: note("ISAE 3000-erklæring", "Omfatter drift og support af systemet.") } });
    submit(stage, round, by, { on: on - 15, title });
    assess(stage, round, on - 20);
    return round;
  };
  const pay = rest({ on: 590, processor: "payroll", fields: { title: "Løn og personale", reference: "25/00917", purpose: "Lønudbetaling og personaleadministration.", dataCategories: ["ordinary", "trade-union", "cpr"], personCategories: ["employees"], personCount: 4200 } }, stage.person("loenservice@example.dk"), "Complianceansvarlig", 110, {});
  conclude(stage, pay, henrik, { on: 86, outcome: "in-order", message: "Vi har ingen bemærkninger." });
  pack(stage, pay, henrik, 86);
  const care = rest({ on: 580, processor: "care", fields: { title: "Omsorgsjournal", reference: "25/01120", purpose: "Journal for hjemmepleje og plejehjem.", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["citizens", "relatives"], personCount: 12500 } }, stage.person("plejedata@example.dk"), "Sikkerhedschef", 80, { assurance: "limited" });
  conclude(stage, care, henrik, { on: 52, outcome: "not-in-order", message: "Ved 8 point skal erklæringen give høj grad af sikkerhed. Vi beder om en ny erklæring." });
}

/** Agreements whose processors have been asked: waiting, answered, concluded with remarks. */
function answered(stage: Stage, mette: Actor, henrik: Actor): void {
  const [anja, bo, rasmus, inge] = [stage.person("skolekom@example.dk"), stage.person("makuler@example.dk"), stage.person("danhost@example.dk"), stage.person("direktoer.danhost@example.dk")];
  const school = agree(stage, { by: mette, on: 540, processor: "school", concept: 3, notes: { c: "Karakterer og udtalelser." }, fields: { title: "Læringsplatform", reference: "25/02210", purpose: "Samarbejde mellem skole, elever og forældre.", dataCategories: ["ordinary", "other-confidential"], personCategories: ["pupils", "children", "relatives"], personCount: 9800 } });
  const status = send(stage, school, { on: 27, concept: 3, dueOn: stage.ago(-3) });
  answer(stage, status, anja, { on: 3, said: {
    organisational_changes: words("yes", "Vi har fået ny ansvarlig for databeskyttelse pr. 1. august."), breaches: "yes",
    breach_list: [{ discovered_on: stage.ago(75), what: "Forældre til ti elever i 4. klasse kunne i en uge læse hinandens beskeder til læreren på grund af en fejl i en ny version.", dealt_with: "yes", measures: "Fejlen er rettet, og nye versioner prøves nu med testbrugere fra to familier." }],
  } });
  submit(stage, status, anja, { on: 3, title: "Produktchef" });

  const shredding = agree(stage, { by: mette, on: 530, processor: "shredding", concept: 2, fields: { title: "Makulering af sagsmapper", purpose: "Afhentning og makulering af papir.", dataCategories: ["ordinary", "cpr"], personCategories: ["citizens"], personCount: 950 } });
  const shredded = send(stage, shredding, { on: 170, concept: 2, dueOn: stage.ago(150) });
  answer(stage, shredded, bo, { on: 158, said: { confirmation: "confirmed-with-reservations", reservations: "To beholdere stod ulåste i en weekend. De er skiftet.", signatory_name: bo.personName, signatory_title: "Direktør" } });
  submit(stage, shredded, bo, { on: 158, title: "Direktør" });
  assess(stage, shredded, 150);
  reply(stage, shredded, bo, 148, "Beholderne blev skiftet dagen efter, og chaufførerne kontrollerer nu låsen ved hver afhentning.");
  conclude(stage, shredded, henrik, { on: 146, outcome: "in-order-with-remarks", reason: "Beholderne var skiftet, før vi spurgte, og papiret lå i en aflåst gård. Forholdet er rettet.", message: "Vi noterer, at beholderne er skiftet, og ser på det igen ved næste tilsyn." });

  const site = agree(stage, { by: mette, on: 600, processor: "hosting", concept: 3, fields: { title: "Hjemmeside og selvbetjening", reference: "25/00310", purpose: "Drift af engsted.dk og de blanketter, borgerne udfylder.", dataCategories: ["ordinary", "cpr"], personCategories: ["citizens"], personCount: 42000 } });
  const before = send(stage, site, { on: 400, concept: 3, dueOn: stage.ago(372) });
  answer(stage, before, rasmus, { on: 384 });
  submit(stage, before, inge, { on: 383, title: "Administrerende direktør" });
  assess(stage, before, 378);
  conclude(stage, before, henrik, { on: 374, outcome: "in-order", message: "Vi har ingen bemærkninger." });
  const now = send(stage, site, { on: 22, concept: 3, dueOn: stage.ago(-5) });
  answer(stage, now, rasmus, { on: 2, only: ["status_from", "status_to", "covers_processing"] });

  const dental = agree(stage, { by: mette, on: 300, processor: "care", concept: 6, fields: { title: "Journal for børnetandplejen", reference: "25/04417", purpose: "Journal og indkaldelse af børn og unge.", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["children", "relatives"], personCount: 3100 } });
  const morten = stage.person("plejedata@example.dk");
  const returned = send(stage, dental, { on: 44, concept: 6, dueOn: stage.ago(14) });
  answer(stage, returned, morten, { on: 20 });
  submit(stage, returned, morten, { on: 19, title: "Sikkerhedschef" });
  assess(stage, returned, 12);
  giveBack(stage, returned, { on: 3, dueOn: stage.ago(-11), questions: [
    { question: "access_review", reason: "I skriver, at adgange gennemgås, men har ikke vedlagt den seneste gennemgang." },
    { question: "backup", reason: "Vedlæg resultatet af den seneste genskabelse." },
  ] });

  twoYears(stage, { mette, henrik, rasmus, inge });
  const music = agree(stage, { by: mette, on: 60, processor: "music", concept: 2, fields: { title: "Tilmelding til musikskolen", purpose: "Tilmelding og betaling for undervisning.", dataCategories: ["ordinary"], personCategories: ["children", "relatives"], personCount: 2100 } });
  send(stage, music, { on: 5, concept: 2, dueOn: stage.ago(-16) });
  const bus = agree(stage, { by: mette, on: 40, processor: "bus", concept: 4, fields: { title: "Kørsel af elever", purpose: "Planlægning af kørsel for elever med særlige behov.", dataCategories: ["ordinary", "health"], personCategories: ["pupils"], personCount: 1150 } });
  open(stage, bus, { on: 1, concept: 4 });
  const archive = agree(stage, { by: mette, on: 470, processor: "shredding", concept: 2, fields: { title: "Fjernarkiv", purpose: "Opbevaring af ældre papirsager.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 6400 } });
  confirmedRound(stage, archive, bo, "Direktør", henrik, 260);
}

/** Agreements that nobody has been asked about yet. */
function planned(stage: Stage, mette: Actor): void {
  const plan = (on: number, processor: string, rest: Omit<Plot, "by" | "on" | "processor">) => agree(stage, { by: mette, on, processor, ...rest });
  const letter = plan(510, "newsletter", { concept: 1, reason: "Kun navn og mailadresse på borgere, der selv har tilmeldt sig. Kendt leverandør.", fields: {
    title: "Nyhedsbrev til borgere", purpose: "Udsendelse af nyhedsbrev.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 6300,
    clauseSet: "municipal", approvalKind: "specific", securityLevel: "low", procedures: [...MUNICIPAL_PROCEDURES], locations: [{ place: "Kontor og servere i Aarhus", country: "DK" }],
  } });
  chain(stage, letter, 510, [{ name: "MailSky GmbH", country: "DE", processing: "Udsendelse af mails.", approvedOn: stage.ago(510) }]);
  renegotiate(stage, letter, {
    on: 200, sets: [], change: { nature: "Lister over modtagere, udsendelse og statistik over åbninger.", dataSubjectFacing: true },
    said: { label: "1.1", signedForController: "Mette Dahl", signedForProcessor: "Signe Vad", changes: "Modtagerne kan nu framelde sig direkte hos Nyhedsbrev.nu." },
  });
  plan(380, "parking", { concept: 3, nextDueOn: stage.ago(15), fields: { title: "Parkeringskontrol", reference: "25/03308", purpose: "Kontrol og afgifter, med bilens placering.", dataCategories: ["ordinary", "location"], personCategories: ["citizens", "visitors"], personCount: 48000 } });
  plan(350, "library", { concept: 2, nextDueOn: stage.ago(-14), fields: { title: "Bibliotekssystem", purpose: "Lån og reservationer.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 18000 } });
  plan(9, "interpreters", { concept: 2, reason: "Tolkene ser kun oplysningerne under samtalen og gemmer intet. En bekræftelse hvert år er nok.", fields: { title: "Tolkning ved samtaler", purpose: "Tolkning ved samtaler med borgere.", dataCategories: ["ordinary", "health", "race-ethnic", "cpr"], personCategories: ["citizens"], personCount: 900 } });
  plan(5, "staff", { scored: false, concept: null, fields: { title: "Rekruttering", purpose: "Modtagelse og behandling af ansøgninger.", dataCategories: ["ordinary"], personCategories: ["applicants"], personCount: 3400 } });
  const pictures = plan(120, "library", { concept: 2, nextDueOn: stage.ago(-160), fields: { title: "Lokalhistorisk billedarkiv", purpose: "Digitalisering af billeder.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 12000 } });
  withdraw(stage, send(stage, pictures, { on: 101, concept: 2, dueOn: stage.ago(80) }), { on: 99, reason: "Sendt ved en fejl: Tilsynet er først planlagt til næste år." });
}
