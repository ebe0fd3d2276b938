import type { Installation } from "@/lib/cli/installation";
import { Refusal } from "@/lib/cli/refusal";
import type { Owners } from "@/lib/db/provision";
import { ownParts } from "@/lib/env";

/** Owner connections: those that the environment names, else the embedded cluster's. */
export function ownersOf({ databasePort, databasePassword }: Installation): Required<Owners> {
  const { DATABASE_URL, DATABASE_URL_READER } = process.env;
  const { OWNER_URL_EMPLOYER: employer, OWNER_URL_COLLECTOR: collector } = process.env;
  if (employer && collector) return { employer, collector };
  const embedded =
    ownParts() === "both" && DATABASE_URL_READER?.includes(`127.0.0.1:${databasePort}/`);
  if (DATABASE_URL || !embedded) {
    throw new Refusal(
      "The attack needs every right there is. Set OWNER_URL_EMPLOYER and OWNER_URL_COLLECTOR to the owners' connections.",
    );
  }
  const server = `postgresql://sorti_owner:${databasePassword}@127.0.0.1:${databasePort}`;
  return { employer: `${server}/sorti_employer`, collector: `${server}/sorti_collector` };
}
