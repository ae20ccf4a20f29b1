/** An invitation holds for 14 days (security.md §2). */
const DAYS = 14;

/** When an invitation made at `at` runs out. */
export function invitationExpiry(at: Date): Date {
  return new Date(at.getTime() + DAYS * 24 * 60 * 60 * 1000);
}
