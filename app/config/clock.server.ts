/** The only clock of the portal; everything else is handed the time. */
export function now(): Date {
  return new Date();
}
