/** What happens one at a time. The name is the lock: two numbers of ours were once the same by mistake. */
type LockName =
  | "attack-log"
  | "changes"
  | "confirm-import"
  | "create-invitations"
  | "drill-log"
  | "import"
  | "key-destroyed-log"
  | "log"
  | "open-round"
  | "policy"
  | "programme"
  | "publish"
  | "questionnaire-version"
  | "told-log"
  | "used-links";

/** A transaction of either database. */
type Transaction = {
  readonly $executeRaw: (sql: TemplateStringsArray, ...values: unknown[]) => PromiseLike<number>;
};

/** Waits until nobody else in this database holds the lock, and holds it until the transaction ends. */
export async function lock(tx: Transaction, name: LockName): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`sorti/${name}`}))`;
}
