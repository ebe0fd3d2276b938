import { db } from "@/lib/db/clients";
import type { Entry } from "@/lib/transparency/chain";

/** The whole public log, oldest first. */
export async function readLog(): Promise<Entry[]> {
  return db("reader").logEntry.findMany({ orderBy: { seq: "asc" } });
}
