import type { AuditorActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { askPassphrase } from "@/lib/cli/passphrase";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockSigningKey } from "@/lib/keys/unlock";

/** On the command line the second person is whoever knows custodian 2's passphrase, and nobody else (decision 72). */
export async function secondPerson(): Promise<AuditorActor> {
  const secret = { passphrase: await askPassphrase(2) };
  await unlockSigningKey({ dir: keyDirectory(), custodian: 2 }, secret);
  return commandLineActor("auditor", "custodian 2");
}
