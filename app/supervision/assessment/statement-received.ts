/** A submission with the files it handed in. */
type HandedIn = { evidence: readonly { question: string; sha256: string }[] };

/** The question of concept 5 under which the statement itself is handed in. */
const STATEMENT_FILES = "statement_evidence";

/** The submission in which the statement of the latest was first handed in: the same files, without a break up to now. At least one, in the order of submission. */
export function firstWithStatement<S extends HandedIn>(submissions: readonly S[]): S {
  const statement = ({ evidence }: S) => evidence.filter(({ question }) => question === STATEMENT_FILES).map(({ sha256 }) => sha256).sort().join();
  const latest = submissions.at(-1) as S;
  return submissions[submissions.findLastIndex((one) => statement(one) !== statement(latest)) + 1] as S;
}
