import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient as CollectorClient } from "@/generated/collector/client";
import { PrismaClient as EmployerClient } from "@/generated/employer/client";
import { databaseUrl, ROLES, type Role } from "@/lib/env";

type ClientOf<R extends Role> = (typeof ROLES)[R] extends "employer"
  ? EmployerClient
  : CollectorClient;

// Next evaluates a module once per bundle; the pool must be one per process.
const pools = globalThis as typeof globalThis & {
  sortiClients?: Map<Role, Opened>;
};

type Opened = { readonly pool: pg.Pool; readonly client: EmployerClient | CollectorClient };

function open(role: Role): Opened {
  const pool = new pg.Pool({
    connectionString: databaseUrl(role),
    max: role === "collector" ? 10 : 5,
  });
  // A connection that breaks while nobody uses it is replaced; whoever asks next hears if there is none.
  pool.on("error", () => undefined);
  const adapter = new PrismaPg(pool);
  // Prisma's own log would carry parameters: it stays silent, errors are ours to word.
  const client =
    ROLES[role] === "employer"
      ? new EmployerClient({ adapter, log: [] })
      : new CollectorClient({ adapter, log: [] });
  return { pool, client };
}

function opened(role: Role): Opened {
  pools.sortiClients ??= new Map();
  const known = pools.sortiClients.get(role) ?? open(role);
  pools.sortiClients.set(role, known);
  return known;
}

/** The client that connects as `sorti_<role>` and may do only what that role may. */
export function db<R extends Role>(role: R): ClientOf<R> {
  return opened(role).client as ClientOf<R>;
}

/** The connections under that client, for what is asked hundreds of times a second (`statement.ts`). */
export const poolOf = (role: Role): pg.Pool => opened(role).pool;

/** Closes every pool: the end of a command or a server. */
export async function closeClients(): Promise<void> {
  const all = [...(pools.sortiClients?.values() ?? [])];
  pools.sortiClients?.clear();
  await Promise.all(all.map(({ client }) => client.$disconnect()));
  await Promise.all(all.map(({ pool }) => pool.end()));
}
