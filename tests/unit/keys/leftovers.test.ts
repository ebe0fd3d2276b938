import { cpSync, linkSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createCustodianKeys } from "@/lib/keys/create";
import { drill } from "@/lib/keys/drill";
import { removeKeyLeftovers } from "@/lib/keys/leftovers";
import { KeyRefused } from "@/lib/keys/refused";
import { renewSheet } from "@/lib/keys/rewrap";
import { createSecret } from "@/lib/keys/secret-file";
import { emptyDirectory } from "./directory";

const NOW = new Date("2026-03-10T12:00:00Z");
const draftOf = (file: string) => `${file}.0123456789ab.draft`;

/** When a file was last written. */
function written(file: string, secondsAgo: number): void {
  const at = NOW.getTime() / 1000 - secondsAgo;
  utimesSync(file, at, at);
}

test("what interrupted runs left beside the keys is removed; keys, and what is being written, stay", () => {
  const dir = emptyDirectory();
  const [half, linked, young] = ["half", "linked", "young"].map((name) => path.join(dir, name)) as [
    string,
    string,
    string,
  ];
  createSecret(linked, "a key in use");
  // Killed after the copy got its real name, before its own name went.
  linkSync(linked, draftOf(linked));
  linkSync(linked, `${linked}.claim`);
  for (const draft of [draftOf(half), draftOf(young)]) writeFileSync(draft, "wrapped");
  for (const draft of [draftOf(half), linked]) written(draft, 3600);
  written(draftOf(young), 1);
  expect(removeKeyLeftovers(dir, NOW)).toBe(3);
  expect(removeKeyLeftovers(dir, NOW)).toBe(0);
  expect(readdirSync(dir).sort()).toEqual(["linked", path.basename(draftOf(young))]);
  expect(readFileSync(linked, "utf8")).toBe("a key in use");
});

test("where there are no keys there is nothing to remove", () => {
  expect(removeKeyLeftovers(emptyDirectory(), NOW)).toBe(0);
});

test("a sheet that was replaced opens no copy that an interrupted run left", async () => {
  const whose = { dir: emptyDirectory(), custodian: 2 } as const;
  const passphrase = "sex blyga rävar under åsen";
  const made = await createCustodianKeys({ ...whose, quarters: ["2026-Q3"], passphrase });
  const ceremony = path.join(
    whose.dir,
    readdirSync(whose.dir).find((name) => name.includes("ceremony")) ?? "",
  );
  cpSync(ceremony, draftOf(ceremony));
  utimesSync(draftOf(ceremony), 0, 0);
  await renewSheet(whose, { passphrase });
  expect(readdirSync(whose.dir).filter((name) => !name.endsWith(".json"))).toEqual([]);
  await expect(drill(whose, made)).rejects.toEqual(new KeyRefused("wrong-recovery-code"));
});
