import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCustodianKeys } from "@/lib/keys/create";
import { drill } from "@/lib/keys/drill";
import { KeyRefused } from "@/lib/keys/refused";
import { recover, removeDeputy, renewSheet, setDeputy } from "@/lib/keys/rewrap";
import { destroyRoundKeys } from "@/lib/keys/rounds";
import { createSecret, exchangeSecret } from "@/lib/keys/secret-file";
import type { Quarter } from "@/lib/quarters/quarter";
import { emptyDirectory } from "./directory";

const quarters: Quarter[] = ["2026-Q3", "2026-Q4"];
const OWN = { passphrase: "sex blyga rävar under åsen" };
const DEPUTY = { passphrase: "den gröna pumpans sista sommar" };

const made = emptyDirectory();
let whose: { dir: string; custodian: 2 };
let recoveryCode = "";
beforeAll(async () => {
  const ceremony = { dir: made, custodian: 2, quarters, ...OWN } as const;
  ({ recoveryCode } = await createCustodianKeys(ceremony));
});
beforeEach(() => {
  whose = { dir: emptyDirectory(), custodian: 2 };
  cpSync(made, whose.dir, { recursive: true });
});

const files = () =>
  readdirSync(whose.dir).map((name) => [name, readFileSync(path.join(whose.dir, name), "utf8")]);
const keyFiles = () => files().filter(([name]) => !name?.includes("ceremony"));

async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    if (error instanceof KeyRefused) return error.reason;
    throw error;
  }
}

describe("the recovery sheet", () => {
  it("sets a new passphrase: the forgotten one opens nothing any more, the sheet still does", async () => {
    const before = keyFiles();
    expect(await recover(whose, recoveryCode.toLowerCase(), "ny fras")).toEqual(quarters);
    expect(await outcome(drill(whose, { passphrase: "ny fras" }))).toBe("done");
    expect(await outcome(drill(whose, OWN))).toBe("wrong-passphrase");
    expect(await outcome(drill(whose, { recoveryCode }))).toBe("done");
    expect(keyFiles()).toEqual(before);
    expect(files().every(([name]) => name?.endsWith(".json"))).toBe(true);
  });

  it("with a wrong code costs nothing", async () => {
    const before = files();
    expect(await outcome(recover(whose, "0".repeat(52), "ny fras"))).toBe("wrong-recovery-code");
    expect(await outcome(recover(whose, "", "ny fras"))).toBe("wrong-recovery-code");
    expect(files()).toEqual(before);
  });

  it("that was lost or seen is replaced with the passphrase, and then opens nothing", async () => {
    const renewed = await renewSheet(whose, OWN);
    expect(renewed.quarters).toEqual(quarters);
    expect(await outcome(drill(whose, { recoveryCode }))).toBe("wrong-recovery-code");
    expect(await outcome(drill(whose, renewed))).toBe("done");
  });
});

describe("a drill", () => {
  it("proves possession of every round's key, by passphrase or by sheet, and changes nothing", async () => {
    const before = files();
    const proved = { proved: quarters, notOpened: [] };
    expect(await drill(whose, OWN)).toEqual(proved);
    expect(await drill(whose, { recoveryCode })).toEqual(proved);
    expect(await outcome(drill(whose, { passphrase: "fel" }))).toBe("wrong-passphrase");
    expect(await outcome(drill({ ...whose, dir: emptyDirectory() }, OWN))).toBe("no-key");
    expect(files()).toEqual(before);
  });

  it("says which rounds are from another ceremony and need their own sheet", async () => {
    await createCustodianKeys({ ...whose, quarters: ["2027-Q1"], passphrase: "en annan fras" });
    expect(await drill(whose, { recoveryCode })).toEqual({
      proved: quarters,
      notOpened: ["2027-Q1"],
    });
    expect((await renewSheet(whose, { recoveryCode })).quarters).toEqual(quarters);
  });

  it("finds a key that was damaged on the disk", async () => {
    const file = path.join(whose.dir, "custodian-2-2026-Q4.json");
    const other = path.join(whose.dir, "custodian-2-2026-Q3.json");
    writeFileSync(file, readFileSync(other, "utf8").replace("2026-Q3", "2026-Q4"));
    expect(await outcome(drill(whose, { recoveryCode }))).toBe("damaged");
  });
});

describe("a deputy", () => {
  it("opens the same keys with a passphrase of their own, until it is taken away", async () => {
    const before = keyFiles();
    expect(await setDeputy(whose, OWN, DEPUTY.passphrase)).toEqual(quarters);
    expect(await outcome(drill(whose, DEPUTY))).toBe("done");
    expect(await removeDeputy(whose, OWN)).toEqual(quarters);
    expect(await outcome(drill(whose, DEPUTY))).toBe("wrong-passphrase");
    expect(await outcome(drill(whose, { recoveryCode }))).toBe("done");
    expect(keyFiles()).toEqual(before);
  });

  it("can be there from the ceremony on, and stays when the custodian recovers", async () => {
    const there = { dir: emptyDirectory(), custodian: 1 } as const;
    const deputyPassphrase = DEPUTY.passphrase;
    const held = await createCustodianKeys({ ...there, quarters, ...OWN, deputyPassphrase });
    await recover(there, held.recoveryCode, "ny fras");
    expect(await outcome(drill(there, DEPUTY))).toBe("done");
  });

  it("is not let in or out by a wrong passphrase", async () => {
    const before = files();
    expect(await outcome(setDeputy(whose, { passphrase: "fel" }, "x"))).toBe("wrong-passphrase");
    expect(await outcome(removeDeputy(whose, { recoveryCode: "0000" }))).toBe(
      "wrong-recovery-code",
    );
    expect(files()).toEqual(before);
  });
});

describe("two changes at once", () => {
  it("end with one of them whole and the other refused", async () => {
    const [first, second] = await Promise.all([
      outcome(recover(whose, recoveryCode, "den ena")),
      outcome(recover(whose, recoveryCode, "den andra")),
    ]);
    expect([first, second].sort()).toEqual(["changed", "done"]);
    const opens = first === "done" ? "den ena" : "den andra";
    expect(await outcome(drill(whose, { passphrase: opens }))).toBe("done");
    expect(await outcome(drill(whose, { recoveryCode }))).toBe("done");
  });

  it("never overwrite a file that somebody else is exchanging", () => {
    const file = path.join(whose.dir, "one.json");
    createSecret(file, "old");
    writeFileSync(`${file}.claim`, "somebody else's");
    expect(() => exchangeSecret(file, "old", "new")).toThrow(KeyRefused);
    expect(readFileSync(file, "utf8")).toBe("old");
  });
});

describe("after a mix", () => {
  it("nothing opens the round any more: not passphrase, deputy or sheet, nor a draft that a crash left", async () => {
    await setDeputy(whose, { recoveryCode }, DEPUTY.passphrase);
    const file = path.join(whose.dir, "custodian-2-2026-Q3.json");
    writeFileSync(`${file}.abcdef012345.draft`, readFileSync(file));
    expect(destroyRoundKeys(whose.dir, "2026-Q3")).toBe(2);
    expect(files().flat().join("\n")).not.toContain("2026-Q3");
    for (const secret of [OWN, DEPUTY, { recoveryCode }]) {
      expect(await drill(whose, secret)).toEqual({ proved: ["2026-Q4"], notOpened: [] });
    }
  });
});
