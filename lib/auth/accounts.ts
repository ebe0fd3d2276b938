import { db } from "@/lib/db/clients";
import { isPart } from "@/lib/env";

type User = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string[];
  readonly demo: boolean;
};
type Access = {
  readonly id: string;
  readonly user: string;
  readonly page: string;
  readonly at: Date;
};

type Like = { contains: string; mode: "insensitive" };

/** What both databases' accounts can be asked: their generated clients are two types of one shape. */
type AccountTables = {
  readonly user: {
    findUnique(of: { where: { id: string } }): PromiseLike<User | null>;
    findFirst(of: { where: { email: string; demo: boolean } }): PromiseLike<User | null>;
    findMany(of: { where: { id: { in: string[] } } | { name: Like } }): PromiseLike<User[]>;
    count(of: { where: { demo: boolean } }): PromiseLike<number>;
    upsert(of: {
      where: { email: string };
      create: Omit<User, "id">;
      update: Omit<User, "id" | "email">;
    }): PromiseLike<User>;
  };
  readonly access: {
    createMany(of: { data: Omit<Access, "id">[] }): PromiseLike<{ count: number }>;
    findMany(of: {
      where: {
        page: { startsWith: string };
        at: { gte?: Date; lt?: Date };
        OR: ({ user: { in: string[] } } | { user: Like })[];
      };
      orderBy: { at: "desc" };
      take: number;
    }): PromiseLike<Access[]>;
  };
};

/**
 * The accounts and the access log of this process's party. Where the parties are two, each has its own, and
 * nobody's account at one opens anything at the other; where they are one, the employer's side keeps them.
 */
export function accounts(): AccountTables {
  return isPart("issuer") ? db("identity") : db("operator");
}
