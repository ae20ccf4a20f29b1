import { createContext, useContext } from "react";
import type { EvidenceFile } from "./form-props.ts";

/** What a place for evidence inside the form needs to know of what is around it. */
export type EvidenceAccess = {
  uploadUrl: string;
  removeUrl: string;
  filesOf: (slot: string) => readonly EvidenceFile[];
  setFiles: (slot: string, change: (files: readonly EvidenceFile[]) => readonly EvidenceFile[]) => void;
};

export const EvidenceContext = createContext<EvidenceAccess | null>(null);

export function useEvidenceAccess(): EvidenceAccess {
  const access = useContext(EvidenceContext);
  if (!access) throw new Error("no evidence context");
  return access;
}
