import { hostname } from "node:os";
import { actsHere } from "@/app/_keys/seat";
import type { Holder } from "@/lib/auth/holder";
import { quartersToMake, roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { lastDrill } from "@/lib/ceremony/drills";
import { env, isDemo } from "@/lib/env";
import { ceremoniesInUse, readKeyFile } from "@/lib/keys/custodian-file";
import { keyDirectory } from "@/lib/keys/directory";
import { readLog } from "@/lib/transparency/data";

/** Everything that a custodian's keys page shows. */
export async function keysFacts({ custodian, actor }: Holder, now: Date) {
  const known = await knownKeys(actor, now);
  const toMake = quartersToMake(known, custodian);
  const log = await readLog();
  const dir = keyDirectory();
  const ceremonies = ceremoniesInUse(dir, custodian);
  const { SORTI_REGION, SORTI_OPERATOR } = env();
  return {
    custodian,
    ahead: roundsAhead(known),
    toMake,
    sheetTried: lastDrill(log, custodian, "sheet")?.day ?? null,
    passphraseTried: lastDrill(log, custodian, "passphrase")?.day ?? null,
    hasKeys: ceremonies.length > 0,
    signs: readKeyFile(dir, custodian, "signing") !== null,
    hasDeputy: ceremonies.some(({ file }) => file.deputy !== undefined),
    machine: {
      ...{ host: hostname(), custodian, actsHere: actsHere(custodian), demo: isDemo() },
      first: toMake[0] ?? null,
    },
    near: [SORTI_REGION, SORTI_OPERATOR],
  };
}

export type KeysFacts = Awaited<ReturnType<typeof keysFacts>>;
