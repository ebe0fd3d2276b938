import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/ceremony/route";
import { GET as getLog } from "@/app/log/log.json/route";
import { openRoundNow, stopIssuing, stopReceiving } from "@/app/operator/actions";
import { countNow, layTermsNow, signTermsNow } from "@/app/operator/ceremony-actions";
import { accounts } from "@/lib/auth/accounts";
import { createAccount } from "@/lib/auth/administer";
import { commandLineAdministrator } from "@/lib/auth/command-line";
import type { UserRole } from "@/lib/auth/roles";
import { beginSession } from "@/lib/auth/sessions";
import { exchangePlace } from "@/lib/cli/exchange-leftovers";
import { custodianTasks } from "@/lib/cli/hand-out";
import { sortiProgram } from "@/lib/cli/program";
import { ROLES } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { readLog } from "@/lib/transparency/data";
import { toldDestroyed } from "@/lib/transparency/told";
import { runSorti } from "../../support/command";
import { cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import { keysOf, layKeys, PASSPHRASES, Q1, Q2, roundOf } from "../../support/round";
import { tiny } from "../../unit/survey/tiny";
import { headcount, units } from "../imports/region";

const table = mkdtempSync(path.join(tmpdir(), "sorti-console-"));
const own = path.join(table, "custodian-2");

/** Whoever's browser asks, as the framework would hand its cookie on. */
const { browser } = vi.hoisted(() => ({ browser: { secret: "" } }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: browser.secret }) }),
  headers: async () => new Headers(),
}));

const at = (day: string) => vi.setSystemTime(new Date(`${day}T12:00:00Z`));

beforeAll(async () => {
  await cleanDatabases();
  await layKeys();
  // Custodian 2's keys lie on their own machine and nowhere else.
  mkdirSync(path.join(own, "keys"), { recursive: true });
  for (const name of readdirSync(keyDirectory())) {
    if (!name.startsWith("custodian-2-")) continue;
    cpSync(path.join(keyDirectory(), name), path.join(own, "keys", name));
    rmSync(path.join(keyDirectory(), name));
  }
  vi.useFakeTimers({ toFake: ["Date"] });
  at("2026-01-02");
  const by = commandLineAdministrator("test");
  for (const role of ["operator", "auditor"] as const) {
    const account = { email: `${role}@matbyran.example`, name: role, roles: [role] };
    await createAccount(by, account, new Date());
  }
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(table, { recursive: true });
});

/** Signs in, as of now: a quarter outlasts every session. */
async function as(role: UserRole): Promise<void> {
  const email = `${role}@matbyran.example`;
  const user = await accounts().user.findUnique({ where: { email } });
  browser.secret = await beginSession(
    user?.id ?? "",
    { means: "link", stage: "proven" },
    new Date(),
  );
}

type Deed = (form: FormData) => Promise<void>;

/** Presses the operator's button; what the page then says. */
async function press(deed: Deed, quarter: string, passphrase = ""): Promise<string> {
  await as("operator");
  const form = new FormData();
  form.set("quarter", quarter);
  form.set("passphrase-1", passphrase);
  const cause: unknown = await deed(form).catch((thrown: unknown) => thrown);
  const [, , address = ""] = String((cause as { digest?: unknown }).digest).split(";");
  const said = new URL(address, "https://matbyran.example").searchParams;
  return said.get("done") ?? said.get("problem") ?? String(cause);
}

/** Fetches a file from the page; where it then lies on the machine of whoever fetched it. */
async function fetched(role: UserRole, file: string, quarter: string): Promise<string> {
  await as(role);
  const asked = new URLSearchParams({ file, quarter });
  const reply = await GET(new Request(`https://matbyran.example/api/ceremony?${asked}`));
  const named = /filename="(.+)"/.exec(reply.headers.get("content-disposition") ?? "")?.[1];
  const place = path.join(own, named ?? "none");
  writeFileSync(place, new Uint8Array(await reply.arrayBuffer()));
  return place;
}

/** Hands a file in on the page; what the page then says. */
async function handedIn(role: UserRole, content: Uint8Array<ArrayBuffer>): Promise<string> {
  await as(role);
  const body = new FormData();
  body.set("file", new File([content], "file"));
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const asked = new Request("https://matbyran.example/api/ceremony", {
    ...{ method: "POST", body, headers },
  });
  const reply = await POST(asked);
  const address = new URL(reply.headers.get("location") ?? "", "https://matbyran.example");
  return address.searchParams.get("done") ?? address.searchParams.get("problem") ?? "";
}

const bytesOf = (place: string) => new Uint8Array(readFileSync(place));

/** No database, and no key but custodian 2's. */
const ALONE = {
  ...Object.fromEntries(
    Object.keys(ROLES).map((role) => [`DATABASE_URL_${role.toUpperCase()}`, ""]),
  ),
  ...{ OWNER_URL_EMPLOYER: "", OWNER_URL_COLLECTOR: "", SORTI_DATA_DIR: own },
  SORTI_PASSPHRASE_2: PASSPHRASES[1],
};

/** Custodian 2 runs the one command on their own machine; the file that it wrote. */
async function custodian(wrote: string, ...args: readonly string[]) {
  const place = path.join(own, wrote);
  const { printed, complaint } = await runSorti(ALONE, "custodian", ...args, "--out", place);
  return { said: printed + complaint, file: existsSync(place) ? bytesOf(place) : null };
}

/** What the command wrote; a command that wrote nothing fails with its own words. */
function written({ said, file }: { said: string; file: Uint8Array<ArrayBuffer> | null }) {
  if (!file) throw new Error(said);
  return file;
}

/** HR's part, by HR's own means. */
async function hr(
  name: string,
  content: Uint8Array | string,
  ...args: readonly string[]
): Promise<void> {
  const place = path.join(table, name);
  writeFileSync(place, content);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await (await sortiProgram(args[0])).parseAsync(["node", "sorti", ...args, place]);
  log.mockRestore();
}

/** Both sign a quarter: one on a page with a passphrase, the other on a machine of their own. */
async function signed(quarter: string): Promise<void> {
  expect(await press(layTermsNow, quarter)).toBe("laid");
  expect(await press(signTermsNow, quarter, PASSPHRASES[0])).toBe("hand-in-outdated");
  const terms = await fetched("auditor", "terms", quarter);
  const answer = await custodian(`${quarter}.signed`, terms);
  expect(answer.said).toContain("at least 8 answers");
  expect(await handedIn("auditor", written(answer))).toBe("handed-signed");
  expect(await press(signTermsNow, quarter, PASSPHRASES[1])).toBe("wrong-plan-passphrase-1");
  expect(await press(signTermsNow, quarter, PASSPHRASES[0])).toBe("plan");
  expect(await roundOf(quarter as typeof Q1)).toMatchObject({ state: "planned" });
}

/** The count goes on after the request that began it. */
async function untilMixed(): Promise<void> {
  for (let looked = 0; looked < 6000; looked += 1) {
    if ((await roundOf(Q1)).state === "mixed" && keysOf(Q1).length === 0) return;
    await wait(50);
  }
  throw new Error("the count never came to its end");
}

test("a whole quarter is run on the console alone, while custodian 2 has a machine of their own and no database", async () => {
  const region = units(
    "A;Almen;care;;centres;2020-01-01;;",
    "B;Björken;care;;centres;2020-01-01;;",
  );
  await hr("units.csv", region, "import", "units");
  await hr("headcount.csv", headcount("A;2025-11;60;", "B;2025-11;40;"), "import", "headcount");
  await hr("questionnaire.json", JSON.stringify(tiny), "questionnaire", "import");

  const keys = await custodian("custodian-2.keys");
  expect(keys.said).toContain("Never type your passphrase into a page");
  expect(await handedIn("auditor", written(keys))).toBe("handed-keys");
  await signed(Q1);
  expect(await press(openRoundNow, Q1)).toBe("open");
  await signed(Q2);

  await answerMany(await roundOf(Q1), "A", 12);
  at("2026-04-01");
  expect(await press(stopIssuing, Q1)).toBe("close-issuing");
  expect(await press(countNow, Q1, PASSPHRASES[0])).toBe("already");
  at("2026-04-05");
  expect(await press(stopReceiving, Q1)).toBe("stop-receiving");

  expect(await custodianTasks(new Date())).toMatchObject({ answers: { state: "waits" } });
  expect(await press(countNow, Q1, PASSPHRASES[0])).toBe("hand-in-no-file");
  const sealed = await fetched("auditor", "answers", Q1);
  const cut = path.join(own, "cut");
  writeFileSync(cut, bytesOf(sealed).subarray(0, -40));
  expect((await custodian(`${Q1}.exchange`, cut)).file).toBeNull();
  const peeled = await custodian(`${Q1}.exchange`, sealed);
  expect(peeled.said).toContain("12 answers");
  const exchange = written(peeled);
  expect(await handedIn("auditor", exchange.slice(0, -1))).toBe("hand-in-damaged");
  expect(await handedIn("operator", exchange)).toBe("handed-answers");
  expect(await press(countNow, Q1, PASSPHRASES[1])).toBe("wrong-passphrase-1");
  expect(await press(countNow, Q1, PASSPHRASES[0])).toBe("count");
  await untilMixed();
  expect(await roundOf(Q1)).toMatchObject({ received: 12, counted: 12 });

  const log = path.join(own, "log.json");
  writeFileSync(log, await (await getLog()).text());
  const destroyed = written(await custodian(`${Q1}.destroyed`, log));
  expect(readdirSync(path.join(own, "keys")).filter((name) => name.includes(Q1))).toEqual([]);
  expect(await handedIn("operator", destroyed)).toBe("hand-in-not-yours");
  expect(await handedIn("auditor", destroyed)).toBe("handed-destroyed");
  expect(toldDestroyed(await readLog(), Q1, "custodians")).toBe(true);
  // The page that began the count removes what it counted when the count is over.
  for (let looked = 0; looked < 6000 && existsSync(exchangePlace(Q1)); looked += 1) await wait(50);
  expect(existsSync(exchangePlace(Q1))).toBe(false);
}, 900_000);
