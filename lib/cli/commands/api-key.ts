import type { Command } from "commander";
import { apiKeys } from "@/lib/api-keys/data";
import { makeApiKey, revokeApiKey } from "@/lib/api-keys/mutations";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";

const actor = () => commandLineActor("hr", "sorti api-key");

async function make(name: string): Promise<void> {
  const made = await withInstallation(() => makeApiKey(actor(), name));
  if (!made) throw new Refusal("A key needs a name: which system is to import with it?");
  console.log(made.key);
  console.log(`This is the key of ${made.name}. It is shown now and never again.`);
  console.log(`To revoke it: sorti api-key revoke ${made.id}`);
}

async function list(): Promise<void> {
  const keys = await withInstallation(() => apiKeys(actor()));
  if (keys.length === 0) console.log("No key has been made.");
  for (const { id, name, madeAt, lastUsedOn, revokedAt } of keys) {
    const made = madeAt.toISOString().slice(0, 10);
    const state = revokedAt ? `revoked ${revokedAt.toISOString().slice(0, 10)}` : "in force";
    console.log(`${id}  ${name}  made ${made}, last used ${lastUsedOn ?? "never"}, ${state}`);
  }
}

async function revoke(id: string): Promise<void> {
  const revoked = await withInstallation(() => revokeApiKey(actor(), id));
  if (!revoked) {
    throw new Refusal("There is no such key in force. `sorti api-key list` shows every key's id.");
  }
  console.log("The key is revoked. Whoever shows it is refused from now on.");
}

/** `sorti api-key create|list|revoke` */
export function apiKeyCommands(program: Command): void {
  const group = program
    .command("api-key")
    .description("keys by which the HR system imports by itself");
  group
    .command("create")
    .argument("<name>", "the system that is to have it")
    .description("make a key and show it once")
    .action(make);
  group.command("list").description("every key, and when it was last used").action(list);
  group
    .command("revoke")
    .argument("<id>", "as `list` shows it")
    .description("refuse a key for good")
    .action(revoke);
}
