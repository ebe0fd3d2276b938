/** Somebody with an account. */
export type User = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly demo: boolean;
  readonly disabled: boolean;
  readonly createdOn: string | null;
  readonly seenOn: string | null;
  readonly subject: string | null;
};
type Many = PromiseLike<{ count: number }>;

export type Session = {
  readonly hash: string;
  readonly id: string;
  readonly userId: string;
  readonly stage: string;
  readonly means: string;
  readonly began: Date;
  readonly seen: Date;
};

type After = { began: { gt: Date }; seen: { gt: Date } };

/** Who is signed in. */
export type Sessions = {
  findMany(of: {
    where: { userId: string } & After;
    orderBy: [{ began: "desc" }, { id: "asc" }];
  }): PromiseLike<Session[]>;
  create(of: { data: Omit<Session, "id"> }): PromiseLike<Session>;
  updateMany(of: { where: { hash: string }; data: { seen: Date } | { stage: string } }): Many;
  deleteMany(of: {
    where:
      | { hash: string }
      | { userId: string; id?: string; hash?: { not: string } }
      | { userId: string; means: string; began: { lte: Date } }
      | { user: { demo: false }; OR: ({ began: { lte: Date } } | { seen: { lte: Date } })[] };
  }): Many;
};

type Link = {
  readonly hash: string;
  readonly userId: string;
  readonly browser: string;
  readonly until: Date;
};

/** Links that were mailed and not used. */
export type SignInLinks = {
  findFirst(of: {
    where: { hash: string; browser: string; until: { gt: Date } };
    include: { user: true };
  }): PromiseLike<(Link & { readonly user: User }) | null>;
  count(of: { where: { userId: string; until: { gt: Date } } }): PromiseLike<number>;
  create(of: { data: Link }): PromiseLike<Link>;
  deleteMany(of: { where: { hash: string } | { userId: string } | { until: { lte: Date } } }): Many;
};

export type Factor = {
  readonly userId: string;
  readonly startHash: string | null;
  readonly seed: string;
  readonly confirmed: boolean;
  readonly lastStep: number;
  readonly failures: number;
  readonly lockedUntil: Date | null;
};

/** Second factors. */
export type SecondFactors = {
  findUnique(of: { where: { userId: string } }): PromiseLike<Factor | null>;
  upsert(of: {
    where: { userId: string };
    create: Factor;
    update: Omit<Factor, "userId">;
  }): PromiseLike<Factor>;
  updateMany(of: {
    where: Pick<Factor, "userId"> &
      Partial<Pick<Factor, "failures" | "confirmed" | "seed" | "startHash">> & {
        lastStep?: { lt: number };
      };
    data: Partial<Omit<Factor, "userId">>;
  }): Many;
};

type Paper = { readonly hash: string; readonly userId: string };

/** Codes on paper, each usable once. */
export type RecoveryCodes = {
  count(of: { where: { userId: string } }): PromiseLike<number>;
  createMany(of: { data: Paper[] }): Many;
  deleteMany(of: { where: { userId: string; hash?: string } }): Many;
};
