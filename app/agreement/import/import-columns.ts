// data table
import type { ImportField } from "./import-field.ts";

/** Every column an import may have and an export writes, in this order. `also`: other headings it is known by, in small letters. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  { field: "processorName", of: "processor", required: true, also: ["leverandør", "leverandoer", "navn på databehandler", "virksomhed", "vendor", "supplier", "processor"] },
  { field: "processorCvr", of: "processor", also: ["cvr", "cvr nr", "cvr-nr.", "vat", "company number"] },
  { field: "contactName", of: "processor", also: ["kontaktperson", "kontakt", "contact", "contact person"] },
  { field: "contactEmail", of: "processor", also: ["e-mail", "email", "mail", "kontaktmail"] },
  { field: "contactPhone", of: "processor", also: ["telefon", "tlf", "phone"] },
  { field: "agreementTitle", of: "agreement", also: ["aftale", "system", "systemnavn", "navn på aftale", "ydelse", "service", "agreement", "title"] },
  { field: "reference", of: "agreement", also: ["sagsnummer", "sagsnr", "journalnummer", "kontraktnummer", "case number", "contract number", "ref"] },
  { field: "purpose", of: "agreement", also: ["formål med behandlingen", "beskrivelse", "description"] },
  { field: "nature", of: "agreement", also: ["behandlingens karakter", "nature of processing"] },
  { field: "duration", of: "agreement", also: ["varighed af behandlingen", "term"] },
  { field: "clauseSet", of: "agreement", also: ["skabelon", "template", "bygger på"] },
  { field: "versionLabel", of: "agreement", also: ["version", "udgave"] },
  { field: "dataCategories", of: "agreement", many: true, also: ["personoplysninger", "oplysningstyper", "datatyper", "kategorier af personoplysninger", "personal data", "types of data"] },
  { field: "personCategories", of: "agreement", many: true, also: ["registrerede", "kategorier af registrerede", "personkategorier", "data subjects"] },
  { field: "personCount", of: "agreement", also: ["antal", "antal registrerede", "number of data subjects", "persons"] },
  { field: "countingBasis", of: "agreement", also: ["optælling", "basis"] },
  { field: "transfersOutsideEu", of: "agreement", also: ["tredjeland", "tredjelandsoverførsel", "overførsel uden for eu", "third country", "transfers"] },
  { field: "signedOn", of: "agreement", day: true, also: ["underskrevet den", "aftaledato", "dato", "signed", "date"] },
  { field: "startsOn", of: "agreement", day: true, also: ["startdato", "ikrafttræden", "start", "start date"] },
  { field: "endsOn", of: "agreement", day: true, also: ["slutdato", "udløb", "udløbsdato", "end", "end date", "expiry"] },
  { field: "status", of: "agreement", also: ["tilstand", "state"] },
  { field: "dataSubjectFacing", of: "agreement", also: ["borgervendt", "kundevendt"] },
  { field: "approvalKind", of: "agreement", also: ["godkendelse", "godkendelsesform", "approval"] },
  { field: "locations", of: "agreement", many: true, also: ["lokation", "lokationer", "lokaliteter", "placering", "location", "locations"] },
  { field: "securityLevel", of: "agreement", also: ["sikkerhedsniveau", "security level"] },
  { field: "agreedConcept", of: "agreement", also: ["tilsynskoncept", "aftalt koncept", "concept"] },
  { field: "subprocessors", of: "agreement", many: true, also: ["underleverandører", "underdatabehandler", "sub-processors", "subprocessors"] },
  { field: "requirements", of: "agreement", many: true, also: ["særlige krav", "krav", "requirements"] },
];
