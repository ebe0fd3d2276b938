import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient as CollectorClient } from "@/generated/collector/client";
import { PrismaClient as EmployerClient } from "@/generated/employer/client";
import { databaseUrl, ROLES, type Role } from "@/lib/env";

type ClientOf<R extends Role> = (typeof ROLES)[R] extends "employer"
  ? EmployerClient
  : CollectorClient;

// Next evaluates a module once per bundle; the pool must be one per process.
const pools = globalThis as typeof globalThis & {
  sortiClients?: Map<Role, EmployerClient | CollectorClient>;
};

function open(role: Role): EmployerClient | CollectorClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl(role),
    max: role === "collector" ? 10 : 5,
  });
  // Prisma's own log would carry parameters: it stays silent, errors are ours to word.
  return ROLES[role] === "employer"
    ? new EmployerClient({ adapter, log: [] })
    : new CollectorClient({ adapter, log: [] });
}

/** The client that connects as `sorti_<role>` and may do only what that role may. */
export function db<R extends Role>(role: R): ClientOf<R> {
  pools.sortiClients ??= new Map();
  const client = pools.sortiClients.get(role) ?? open(role);
  pools.sortiClients.set(role, client);
  return client as ClientOf<R>;
}

/** Closes every pool: the end of a command or a server. */
export async function closeClients(): Promise<void> {
  const clients = [...(pools.sortiClients?.values() ?? [])];
  pools.sortiClients?.clear();
  await Promise.all(clients.map((client) => client.$disconnect()));
}
