import type { ReactNode } from "react";
import type { Answer, EvidenceCount, FrozenQuestionnaire, Language } from "./types.ts";

/** An answer with the version a save must name. */
export type VersionedAnswer = Answer & { version: number };

/** A file handed in; `href` is where it is downloaded, null where it may only be named. */
export type EvidenceFile = { id: string; name: string; size: number; sha256: string; href: string | null };

/** The files by place for evidence ("logging_evidence"). */
export type EvidenceBySlot = Readonly<Record<string, readonly EvidenceFile[]>>;

/** What both forms, with and without JavaScript, are made of. */
export type FormProps = {
  frozen: FrozenQuestionnaire;
  answers: Readonly<Record<string, VersionedAnswer>>;
  evidence: EvidenceBySlot;
  language: Language;
  /** Questions and places for evidence that may not change. */
  locked: readonly string[];
  /** POST: a form (read-form.ts) or JSON `{question, value, comment, version}`. */
  saveUrl: string;
  /** POST multipart/form-data: `question` (the place for evidence; also in the query), then `file`; answers 201 with an EvidenceFile, else `{reason}`. */
  uploadUrl: string;
  /** POST: `evidence` (id of the file), as a form or as JSON. */
  removeUrl: string;
  /** Messages by question, in the language of the page. */
  errors?: Readonly<Record<string, string>>;
  /** A form to try: it does not speak of saving, as nothing is saved. */
  trial?: boolean;
};

export type SurveyFormProps = FormProps & {
  /** All is answered and saved: go on to signing. */
  onComplete: () => void;
  /** Buttons of the form without JavaScript, instead of its own. */
  plainButtons?: ReactNode;
  /** The question whose page is shown first, unless the address names one (#question-…). */
  startAt?: string | null;
};

export type EnhancedFormProps = SurveyFormProps & {
  /** What was typed into the plain form before this one was there. */
  typed: Readonly<Record<string, Answer>>;
  /** The question the person was in. */
  focused: string | null;
};

/** How many files there are in each place. */
export function countBySlot(evidence: EvidenceBySlot): EvidenceCount {
  return Object.fromEntries(Object.entries(evidence).map(([slot, files]) => [slot, files.length]));
}
