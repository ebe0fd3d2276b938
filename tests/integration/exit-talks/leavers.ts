import { beforeEach } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { cleanDatabases } from "../../support/databases";

export const hr = commandLineActor("hr", "test");
export const TODAY = "2026-05-20";

/** Empty databases with one unit, for each test of the file. */
export function withUnit(): void {
  beforeEach(async () => {
    await cleanDatabases();
    await db("identity").unit.create({
      data: { code: "A", name: "Almens vårdcentral", kind: "unit", validFrom: "2026-01" },
    });
  });
}

let people = 0;

type Invited = { readonly channel: "mail" | "letter"; readonly state: string };
export const MAILED: Invited = { channel: "mail", state: "sent" };

/** Somebody who leaves, and is invited unless said otherwise. */
export async function leaver(
  lastDay = "2026-03-31",
  invited: Invited | null = MAILED,
  kind = "resignation",
): Promise<string> {
  people += 1;
  const facts = { unitCode: "A", kind, language: "sv", delivery: "mail" };
  const { id } = await db("identity").departure.create({
    data: { ...facts, lastDay, pseudonym: `p${people}`, protected: false },
  });
  const window = { windowFrom: "2026-03-01", windowTo: "2026-05-30" };
  if (invited) {
    await db("identity").invitation.create({
      data: { departureId: id, series: "leaver", ...invited, ...window },
    });
  }
  return id;
}

export const form = (chosen: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(chosen)) data.set(name, value);
  return data;
};
