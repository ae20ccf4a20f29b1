import type { ReportLabels, ReportView } from "#app/archive/report-view.ts";

const digest = (letter: string) => letter.repeat(64);

/** A supervision as the report shows it: a GP's journal system, 7 points, concept 5. Everything in it is made up. */
export const sampleReport: ReportView = {
  language: "da",
  title: "Tilsyn med Journalhuset A/S",
  subtitle: "Drift af journalsystem for Lægehuset Åboulevarden I/S · koncept 5, revisorerklæring",
  reference: "T-2026-0041",
  createdAt: new Date("2026-11-22T10:00:00Z"),
  controller: { name: "Lægehuset Åboulevarden I/S", cvr: "10 15 08 17", contact: "Karen Højgaard, karen@laegehuset.example" },
  processor: { name: "Journalhuset A/S", cvr: "25 31 37 63", contact: "Søren Ægidius, tilsyn@journalhuset.example" },
  agreement: {
    title: "Databehandleraftale om journalsystem", version: "Version 3, gældende fra 1. jan. 2026", purpose: "Drift, support og sikkerhedskopiering af lægehusets elektroniske patientjournal.",
    dataCategories: "Almindelige personoplysninger, CPR-numre, helbredsoplysninger", personCategories: "Patienter, pårørende, ansatte", persons: "6.200 (over hele perioden)",
    contract: "Udgave 3 (nr. 2.1)\nUnderskrevet den 1. jan. 2026. Registreret af Karen Højgaard den 3. jan. 2026.\ncontract/03-Databehandleraftale.pdf",
    specialRequirements: ["Logning af opslag gennemgås mindst hver anden måned.", "Data opbevares kun inden for EU/EØS."],
  },
  points: {
    rows: [
      { letter: "A", criterion: "Antal personer", reason: "6.200 personer: fra 1.000 til 10.000.", points: "2" },
      { letter: "B", criterion: "Følsomme oplysninger", reason: "Helbredsoplysninger er omfattet af artikel 9.", points: "3" },
      { letter: "C", criterion: "Fortrolige oplysninger", reason: "CPR-numre indgår i behandlingen.", points: "2" },
      { letter: "D", criterion: "Indgribende behandling", reason: "Ingen lokalisering, overvågning, profilering eller automatiske afgørelser.", points: "0" },
    ],
    total: "7", band: "7–10 point", allowed: "Koncept 5 og 6", ruleSet: "datatilsynet-2021-10",
  },
  concept: { name: "Koncept 5: Revisorerklæring fra uafhængig tredjepart", choice: "Valgt den 3. okt. 2026 af Karen Højgaard" },
  plan: { title: "Plan", parts: [
    { columns: [{ title: "Tilsyn", width: 34 }, { title: "Interval", width: 18 }, { title: "Næste gang", width: 16 }, { title: "Begrundelse", width: 32 }], rows: [["Koncept 5: Revisorerklæring\nPrimært", "Hvert år", "1. okt. 2027", "Erklæringen foreligger først i september."]] },
    { facts: [["Hvor ofte?", "Planlagt: Hvert år. Forslag: Hvert år."], ["Sådan er forslaget blevet til", "7–10 point: hvert år: Udgangspunkt"]] },
  ] },
  checks: { title: "Aftaletjek", parts: [{ cards: [{ title: "Datatilsynets krav, version 1", rated: [{ label: "Resultat", value: { word: "9 opfyldt, 1 mangler, 0 ikke relevante", tone: "caution" } }], facts: [["Ikke opfyldt", "G6: Frist for underretning · står ikke i aftalen"]] }] }] },
  period: "1. jan. 2026 – 31. dec. 2026",
  request: {
    sent: "5. okt. 2026 kl. 9.12 af Karen Højgaard", recipient: "Søren Ægidius, tilsyn@journalhuset.example", due: "2. nov. 2026", questionnaire: "K5, version 1, dansk", fingerprint: digest("4f").slice(0, 64),
    round: "Årets tilsyn 2026, 5. okt. 2026 kl. 9.12 af Karen Højgaard", message: "Kære Søren\n\nVi fører hermed det årlige tilsyn med jeres drift af vores journalsystem. Send os venligst den seneste ISAE 3000-erklæring, og svar på de spørgsmål, der vedrører de særligt aftalte krav.\n\nMed venlig hilsen\nKaren Højgaard",
  },
  ladder: [],
  submissions: [{ when: "30. okt. 2026 kl. 14.31", who: "Søren Ægidius (underskriver)", declaration: "Jeg erklærer på Journalhuset A/S’ vegne, at svarene er rigtige og dækkende for den angivne periode." }],
  answers: [
    { question: "Hvilken erklæring er afgivet, og hvilken grad af sikkerhed giver den?", answer: "ISAE 3000, type 2, høj grad af sikkerhed. Revisor: Revision Ærø, statsautoriseret revisionspartnerselskab.", evidence: ["01 · ISAE 3000-erklæring 2026.pdf"], claimed: { word: "Opfyldt", tone: "good" }, byAnswer: { word: "Opfyldt", tone: "good" }, assessedBy: "Ingen person. Niveauet følger af svaret efter reglerne.", clarifications: [] },
    { question: "Dækker erklæringen hele den periode, tilsynet vedrører?", answer: "Ja, 1. oktober 2025 til 30. september 2026.", comment: "De sidste tre måneder af 2026 dækkes af et brobrev, som eftersendes i januar.", evidence: ["01 · ISAE 3000-erklæring 2026.pdf"], claimed: { word: "Opfyldt", tone: "good" }, assessed: { word: "Delvist opfyldt", tone: "caution" }, assessedBy: "Karen Højgaard, 9. nov. 2026", reason: "Perioden slutter før årets udgang, og brobrevet foreligger endnu ikke.", clarifications: ["4. nov. 2026, Karen Højgaard: Hvornår kan vi forvente brobrevet?", "5. nov. 2026, Søren Ægidius: Senest den 15. januar 2027."] },
    { question: "Særligt aftalt krav: Logning af opslag gennemgås mindst hver anden måned. Hvordan er kravet opfyldt siden sidste tilsyn?", answer: "Opslag gennemgås hvert kvartal.", evidence: [], claimed: { word: "Delvist opfyldt", tone: "caution" }, assessed: { word: "Ikke opfyldt", tone: "bad" }, assessedBy: "Karen Højgaard, 9. nov. 2026", reason: "Aftalen kræver gennemgang hver anden måned.", clarifications: [] },
    { question: "Særligt aftalt krav: Data opbevares kun inden for EU/EØS.", answer: "Alle data ligger i to datacentre i Danmark (Århus og Høje-Taastrup). Underdatabehandleren Łódź Hosting sp. z o.o. er udfaset.", evidence: ["02 · Driftsoversigt.xlsx"], claimed: { word: "Opfyldt", tone: "good" }, byAnswer: { word: "Opfyldt", tone: "good" }, assessedBy: "Ingen person. Niveauet følger af svaret efter reglerne.", clarifications: [] },
  ],
  score: {
    groups: [{ title: "Erklæringen", total: { weight: "10", claimedPoints: "9", assessedPoints: "7" }, claimedScore: "90", assessedScore: "70", rows: [
      { question: "Erklæring og sikkerhed", weight: "3", claimed: "Opfyldt", claimedPoints: "3", assessed: "Opfyldt", assessedPoints: "3" },
      { question: "Erklæringens periode", weight: "2", claimed: "Opfyldt", claimedPoints: "2", assessed: "Delvist opfyldt", assessedPoints: "1" },
      { question: "Gennemgang af logning", weight: "2", claimed: "Delvist opfyldt", claimedPoints: "1", assessed: "Ikke opfyldt", assessedPoints: "0" },
      { question: "Opbevaring i EU/EØS", weight: "3", claimed: "Opfyldt", claimedPoints: "3", assessed: "Opfyldt", assessedPoints: "3" },
    ] }],
    total: { weight: "10", claimedPoints: "9", assessedPoints: "7" }, claimedSum: "9 / 10 × 100 = 90", assessedSum: "7 / 10 × 100 = 70", byPerson: "2 af 4 svar. De øvrige niveauer følger af svaret efter reglerne.",
  },
  findings: [
    { title: "Log over opslag gennemgås sjældnere end aftalt", severity: { word: "Væsentlig", tone: "bad" }, state: { word: "Afhjælpning aftalt", tone: "caution" }, rule: "SPECIAL-NOT-MET, version 1", source: "Databehandleraftalen, bilag C.2, særligt krav 1", explanation: "Databehandleren gennemgår opslag hvert kvartal. Aftalen kræver hver anden måned.", measure: "Gennemgang hver anden måned indføres; første gennemgang dokumenteres over for lægehuset.", owner: "Søren Ægidius, Journalhuset A/S", due: "31. jan. 2027",
      previous: "Stod også i tilsynet, der blev afsluttet 12. nov. 2025: Afhjælpning aftalt.", reports: ["20. jan. 2027 kl. 10.00, Søren Ægidius: Gennemgået.\nlog.pdf (SHA-256 aa)"], sentBack: "Kun januar er vist.", effectiveness: "Vi så gennemgangen i marts.", history: ["12. nov. 2026 kl. 11.00, Karen Højgaard: Åben → Aftalt afhjulpet. Gennemgang"] },
    { title: "Erklæringsperioden slutter før periodens udløb", severity: { word: "Mindre", tone: "caution" }, state: { word: "Åben", tone: "caution" }, rule: "GAP-10, version 1", source: "Datatilsynets vejledning 2021, koncept 5", explanation: "Erklæringen dækker til og med 30. sept. 2026. For resten af året foreligger intet brobrev.", measure: "Brobrev for 1. okt. – 31. dec. 2026 fremsendes.", owner: "Søren Ægidius, Journalhuset A/S", due: "15. jan. 2027" },
  ],
  agreementFindings: [{ title: "Aftalen mangler et krav", severity: { word: "Kritisk", tone: "bad" }, state: { word: "Åben", tone: "bad" }, rule: "AGREEMENT-CHECK, version 1", source: "Datatilsynet, G6", explanation: "Der er ingen frist for underretning om brud." }],
  breaches: { title: "Brud på persondatasikkerheden", parts: [{ cards: [{ title: "Fejlsendte journaler", rated: [{ label: "Tilstand", value: { word: "Afsluttet 3. maj 2026", tone: "neutral" } }], facts: [["Underretninger", "Underretning 1, 2. maj 2026 kl. 9.00, Søren Ægidius: Fejlsendte journaler"], ["Spørgsmål og svar", "2. maj 2026 kl. 12.00, Karen → tilsyn@journalhuset.example\nSvar modtaget 3. maj 2026: To borgere."]] }] }] },
  conclusion: { outcome: { word: "I orden med bemærkninger", tone: "caution" }, reason: "Erklæringen giver høj grad af sikkerhed og dækker den væsentligste del af perioden. De to afvigelser er aftalt afhjulpet med frist i januar 2027 og følges op ved næste tilsyn.", proposal: "I orden med bemærkninger", assessedBy: "Karen Højgaard, 9. nov. 2026", decidedBy: "Jens Østergård (DPO)", decidedOn: "12. nov. 2026" },
  correspondence: [
    { when: "5. okt. 2026 kl. 9.12", from: "Lægehuset Åboulevarden I/S", to: "tilsyn@journalhuset.example", subject: "Anmodning om tilsyn: Databehandleraftale om journalsystem" },
    { when: "26. okt. 2026 kl. 8.00", from: "Tilsynsportalen", to: "tilsyn@journalhuset.example", subject: "Påmindelse: Svarfrist den 2. nov. 2026" },
    { when: "30. okt. 2026 kl. 14.31", from: "Tilsynsportalen", to: "karen@laegehuset.example", subject: "Svar er indsendt" },
  ],
  files: [
    { number: "01", name: "ISAE 3000-erklæring 2026.pdf", path: "evidence/01-ISAE-3000-erklæring-2026.pdf", size: "2,4 MB", handedIn: "28. okt. 2026 kl. 10.02", sha256: digest("a7").slice(0, 64) },
    { number: "02", name: "Driftsoversigt.xlsx", path: "evidence/02-Driftsoversigt.xlsx", size: "84 kB", handedIn: "29. okt. 2026 kl. 16.45", sha256: digest("0c").slice(0, 64) },
  ],
  audit: [
    { when: "5. okt. 2026 kl. 9.12", who: "Karen Højgaard", what: "Anmodning sendt" },
    { when: "28. okt. 2026 kl. 10.02", who: "Søren Ægidius", what: "Fil afleveret: ISAE 3000-erklæring 2026.pdf" },
    { when: "30. okt. 2026 kl. 14.31", who: "Søren Ægidius", what: "Svar underskrevet og indsendt" },
    { when: "12. nov. 2026 kl. 11.20", who: "Jens Østergård", what: "Tilsyn konkluderet: I orden med bemærkninger" },
  ],
};

export const sampleLabels: ReportLabels = {
  kicker: "Rapport over tilsyn med databehandler", page: (page, of) => `Side ${page} af ${of}`, created: "Dannet den 22. nov. 2026 kl. 11.00 af Tilsynsportalen",
  sections: { parties: "Parter og aftale", points: "Risiko, koncept og periode", request: "Anmodning og indsendelse", answers: "Svar og vurdering", score: "Sådan er scoren regnet ud", findings: "Mangler", conclusion: "Konklusion", correspondence: "Korrespondance", files: "Bilag", audit: "Uddrag af hændelsesloggen", ladder: "Når svaret udeblev", agreementFindings: "Mangler i selve aftalen" },
  none: { specialRequirements: "Ingen", score: "Ingen af spørgsmålene kunne scores.", findings: "Der er ikke fundet mangler.", conclusion: "Tilsynet er endnu ikke konkluderet.", correspondence: "Der er ingen korrespondance.", files: "Der er ikke afleveret bilag.", answers: "Der er ingen svar.", audit: "Ingen hændelser." },
  party: { controller: "Dataansvarlig", processor: "Databehandler", cvr: "CVR-nr.", contact: "Kontakt" },
  agreement: { title: "Aftale", version: "Version", purpose: "Formål", dataCategories: "Oplysninger", personCategories: "Registrerede", persons: "Antal personer", specialRequirements: "Særligt aftalte krav", contract: "Registreret udgave" },
  points: { criterion: "Kriterium", reason: "Begrundelse", points: "Point", total: "I alt", band: "Bånd", allowed: "Tilladte koncepter", concept: "Koncept", choice: "Valg", thisTime: "Denne gang", deviation: "Afvigelse", period: "Periode", ruleSet: "Regelsæt" },
  request: { sent: "Sendt", recipient: "Modtager", due: "Svarfrist", questionnaire: "Spørgeskema", fingerprint: "Fingeraftryk", message: "Besked", submitted: "Indsendt", round: "Årsrunde" },
  answer: { answer: "Svar", comment: "Bemærkning", evidence: "Bilag", reason: "Begrundelse", clarifications: "Uddybning", claimed: "Oplyst", assessed: "Vurderet", byAnswer: "Efter svaret", assessedBy: "Vurderet af" },
  score: { question: "Spørgsmål", weight: "Vægt", claimed: "Oplyst", assessed: "Vurderet", points: "Point", total: "I alt", claimedSum: "Oplyst score", assessedSum: "Vurderet score", byPerson: "Vurderet af en person" },
  finding: { severity: "Alvor", state: "Status", rule: "Regel", source: "Kilde", explanation: "Forklaring", measure: "Foranstaltning", owner: "Ansvarlig", due: "Frist", previous: "Forrige tilsyn", reports: "Meldt afhjulpet", sentBack: "Sendt tilbage", effectiveness: "Virker det?", history: "Forløb" },
  conclusion: { outcome: "Konklusion", reason: "Begrundelse", proposal: "Portalens forslag", assessedBy: "Vurderet af", decidedBy: "Besluttet af", decidedOn: "Dato" },
  ladder: { when: "Tidspunkt", what: "Trin", told: "Besked til" },
  correspondence: { when: "Tidspunkt", from: "Fra", to: "Til", subject: "Emne" },
  files: { number: "Nr.", name: "Fil, aflevering, sti i pakken og SHA-256", size: "Størrelse", handedIn: "Afleveret", check: "Filerne i pakken kan efterprøves med kommandoen sha256sum -c manifest-sha256.txt." },
  audit: { when: "Tidspunkt", who: "Hvem", what: "Hændelse" },
};
