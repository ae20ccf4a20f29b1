/** The key of the one job that works on an import in this state: undoing may begin while the job that registered is still about to end. */
export const jobKeyOf = (importId: string, state: "importing" | "undoing"): string => `${importId}:${state}`;
