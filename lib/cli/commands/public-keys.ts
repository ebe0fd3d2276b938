import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { custodianOfText } from "@/lib/cli/custodian";
import { fromHere } from "@/lib/cli/from-here";
import { keyDirectory } from "@/lib/keys/directory";
import { importPublicKeys, ownPublicKeys, readPublicKeys } from "@/lib/keys/public-keys";
import { KeyRefused } from "@/lib/keys/refused";

/** `sorti keys public|import-public` */
export function publicKeyCommands(group: Command): void {
  group
    .command("public <custodian> <file>")
    .description("write a custodian's public keys to a file, for the other machine")
    .action((who: string, file: string) => {
      const keys = ownPublicKeys(keyDirectory(), custodianOfText(who));
      if (!keys) throw new KeyRefused("no-key");
      writeFileSync(fromHere(file), `${JSON.stringify(keys)}\n`);
      console.log(`Public keys of custodian ${who} are in ${file}. Long-term key: ${keys.signing}`);
    });
  group
    .command("import-public <file>")
    .description("take the other custodian's public keys; compare the long-term key with them")
    .action((file: string) => {
      const keys = readPublicKeys(readFileSync(fromHere(file), "utf8"));
      importPublicKeys(keyDirectory(), keys);
      console.log(
        `Public keys of custodian ${keys.custodian} for ${Object.keys(keys.rounds).join(", ")}. Long-term key, to be compared with the custodian: ${keys.signing}`,
      );
    });
}
