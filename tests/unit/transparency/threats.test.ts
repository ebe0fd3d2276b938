import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildAttacks, catalogueAttacks, physicalAttacks } from "@/lib/attack/self-attack";
import { catalogues } from "@/lib/i18n/catalogues";
import { RESIDUAL_RISKS, THREATS } from "@/lib/transparency/threats";
import { texts } from "../i18n/reading";

const model = readFileSync("docs/threat-model.md", "utf8");
const [attackers = "", remains = ""] = model.split("## What remains");

/** The rows of a part's table: what stands in back quotes first, and the whole line. */
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| `([a-z-]+)` \|.*$/gm)].map(([line, id = ""]) => ({ id, line }));

const limits = THREATS.filter(({ limit }) => limit).map(({ id }) => id);

describe("the threat model", () => {
  test("has the rows of the public page, in the same order", () => {
    expect(rowsOf(attackers).map(({ id }) => id)).toEqual(THREATS.map(({ id }) => id));
    expect(rowsOf(remains).map(({ id }) => id)).toEqual([...RESIDUAL_RISKS]);
  });

  test("says of the same attackers that the promise ends there", () => {
    const stated = rowsOf(attackers).filter(({ line }) => line.includes("| limit |"));
    expect(stated.map(({ id }) => id)).toEqual(limits);
  });

  test.each(rowsOf(attackers))("names for $id tests that exist", ({ line }) => {
    const files = [...line.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test("names no test that does not exist, anywhere", () => {
    const files = [...model.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe.each(["sv", "en"] as const)("the security page in %s", (locale) => {
  const paths = texts(catalogues(locale)["security"] ?? {}).map(([path]) => path);

  test.each(THREATS)("has a whole row for $id", ({ id, limit }) => {
    const parts = ["who", "has", "may", ...(limit ? [] : ["not"]), "test"];
    for (const part of parts) expect(paths).toContain(`threats.rows.${id}.${part}`);
  });

  test.each(RESIDUAL_RISKS)("says that %s remains", (risk) => {
    expect(paths).toContain(`risks.list.${risk}`);
  });

  test("says in words what each attack of the self-attack tries", () => {
    const ask = async () => [];
    const attacks = [
      ...catalogueAttacks(ask, [], {}),
      ...physicalAttacks(ask),
      ...buildAttacks(() => new Uint8Array()),
    ];
    const names = [...attacks.map(({ attack }) => attack), "files", "releases"];
    for (const name of names) {
      expect(paths).toContain(`proof.attacks.${name.replaceAll(" ", "-")}`);
    }
  });
});
