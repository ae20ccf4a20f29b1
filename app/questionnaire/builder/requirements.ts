/** The guide's requirements of every processing agreement (Datatilsynet 2021, ch. 2), which a question may test. */
export const REQUIREMENTS = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"] as const;

/** Whether an id names a requirement that a question may test. */
export function isRequirement(id: string): boolean {
  return REQUIREMENTS.some((one) => one === id);
}
