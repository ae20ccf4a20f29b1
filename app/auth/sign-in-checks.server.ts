/** What else must be shown after a right password, e.g. a second factor; the page of that step is named by its kind. */
export type FurtherStep = { kind: string; personId: string };

/** A place at the door. `before` may refuse an attempt unread (lockout); `after` may ask for more (second factor, single sign-on only). */
export interface SignInCheck {
  before?: (attempt: { email: string }) => Promise<"go-on" | "refuse">;
  after?: (personId: string) => Promise<FurtherStep | null>;
}

/** The checks in force, in order. None yet: password alone. */
export const signInChecks: readonly SignInCheck[] = [];
