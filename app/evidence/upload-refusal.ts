export type RefusalReason = "too-large" | "type-not-allowed" | "empty" | "aborted" | "malformed" | "no-file" | "store-full" | "store-unavailable";

const statuses: Record<RefusalReason, number> = {
  "too-large": 413, "type-not-allowed": 415, empty: 400, aborted: 400, malformed: 400, "no-file": 400, "store-full": 507, "store-unavailable": 503,
};

/** Why an upload is not taken; travels through the streams as an error and ends as an answer. */
export class UploadRefusal extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super(`upload refused: ${reason}`, options);
    this.name = "UploadRefusal";
    this.reason = reason;
  }
  /** The HTTP status that says so. */
  get status(): number {
    return statuses[this.reason];
  }
}
