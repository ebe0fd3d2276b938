import type { RecoveryCodes, SecondFactors, Sessions, SignInLinks, User } from "@/lib/auth/tables";
import { db } from "@/lib/db/clients";
import { isPart } from "@/lib/env";

type Access = {
  readonly id: string;
  readonly user: string;
  readonly page: string;
  readonly at: Date;
};

type Like = { contains: string; mode: "insensitive" };
type Facts = Pick<User, "name" | "roles" | "demo">;
type Change = Partial<Pick<User, "name" | "roles" | "disabled" | "seenOn" | "subject">>;

type Which = { id: { in: string[] } } | { name: Like } | { roles: { has: string } };

/** What both databases' accounts can be asked: their generated clients are two types of one shape. */
type AccountTables = {
  readonly user: {
    findUnique(of: {
      where: { id: string } | { email: string } | { subject: string };
    }): PromiseLike<User | null>;
    findFirst(of: { where: { email: string; demo: boolean } }): PromiseLike<User | null>;
    findMany(of: { where?: Which; orderBy?: { email: "asc" } }): PromiseLike<User[]>;
    count(of: { where: { demo: boolean } }): PromiseLike<number>;
    createMany(of: {
      data: (Facts & Pick<User, "email" | "createdOn"> & { id: string })[];
      skipDuplicates: true;
    }): PromiseLike<{ count: number }>;
    updateMany(of: {
      where: { id: string; subject?: null; disabled?: boolean };
      data: Change;
    }): PromiseLike<{ count: number }>;
    upsert(of: {
      where: { email: string };
      create: Facts & { email: string };
      update: Facts;
    }): PromiseLike<User>;
    deleteMany(of: { where: { id: string } }): PromiseLike<{ count: number }>;
  };
  readonly access: {
    createMany(of: { data: Omit<Access, "id">[] }): PromiseLike<{ count: number }>;
    findMany(of: {
      where: {
        page: { startsWith: string };
        at: { gte?: Date; lt?: Date };
        OR: ({ user: { in: string[] } } | { user: Like })[];
      };
      orderBy: [{ at: "desc" }, { id: "asc" }];
      take: number;
    }): PromiseLike<Access[]>;
  };
  readonly session: Sessions;
  readonly signInLink: SignInLinks;
  readonly secondFactor: SecondFactors;
  readonly recoveryCode: RecoveryCodes;
};

/**
 * The accounts and the access log of this process's party. Where the parties are two, each has its own, and
 * nobody's account at one opens anything at the other; where they are one, the employer's side keeps them.
 */
export function accounts(): AccountTables {
  return isPart("issuer") ? db("identity") : db("operator");
}
