import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/party/[call]/route";
import { commandLineActor } from "@/lib/auth/command-line";
import { tellDecisions } from "@/lib/decisions/mutations";
import { OtherPartyAway } from "@/lib/parties/away";
import { decideRule } from "@/lib/policies/mutations";
import { decide } from "@/lib/programme/mutations";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";

const hr = commandLineActor("hr", "Karin Ek");
const NOW = new Date("2026-11-22T10:00:00Z");
const FROM = { fromQuarter: "2027-Q1", reason: "Regionstyrelsen, § 45" } as const;
const RULE = {
  ...FROM,
  after: 0,
  threshold: 0.12,
  years: 3,
  rule: "pooled",
  kinds: ["internal_move"],
} as const;
const PROGRAMME = { ...FROM, after: 0, scope: "flagged-centres", cost: 1200 } as const;

let issuer: Server;
let away = false;

/** The issuer's door, on a port of its own: what it answers is what the issuer's process would. */
beforeAll(async () => {
  issuer = createServer(async (asked, reply) => {
    const call = (asked.url ?? "").replace("/api/party/", "");
    const headers = { authorization: asked.headers.authorization ?? "" };
    const request = new Request("http://issuer.example", { method: "POST", headers, body: "{}" });
    vi.stubEnv("SORTI_PARTS", "issuer");
    const answer = await POST(request, { params: Promise.resolve({ call }) });
    vi.stubEnv("SORTI_PARTS", "collector");
    reply.writeHead(away ? 503 : answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  const address = issuer.address();
  const port = typeof address === "object" && address ? address.port : 0;
  vi.stubEnv("SORTI_MODE", "demo");
  vi.stubEnv("SORTI_ISSUER_ORIGIN", `http://127.0.0.1:${port}`);
  vi.stubEnv("SORTI_PARTY_SECRET", "a secret that both parties were given");
});
afterAll(() => issuer.close());
beforeEach(async () => {
  vi.stubEnv("SORTI_PARTS", "both");
  away = false;
  await cleanDatabases();
});

/** The log's lines of decisions, as kind and number. */
const told = async () =>
  (await readLog())
    .filter(({ kind }) => kind.endsWith("-decided"))
    .map(({ kind, content }) => `${kind} ${JSON.parse(content).number}`);

async function decideBoth(): Promise<void> {
  expect(await decideRule(hr, RULE, NOW)).toBe("decided");
  expect(await decide(hr, PROGRAMME, ["B", "A"], NOW)).toBe("decided");
}

test("what the region decides stands in the public log: what, from when, why and which day, and never who", async () => {
  await decideBoth();
  await tellDecisions(NOW);
  const [rule, programme] = (await readLog()).map(({ content }) => JSON.parse(content));
  const both = { ...FROM, number: 1, decidedOn: "2026-11-22" };
  expect(rule).toEqual({
    ...both,
    threshold: 0.12,
    years: 3,
    rule: "pooled",
    kinds: ["internal_move"],
  });
  expect(programme).toEqual({ ...both, scope: "flagged-centres", units: ["A", "B"] });
  expect(JSON.stringify(await readLog())).not.toContain("Karin");
});

test("told again, and by three at once, a decision has one line, and the chain holds", async () => {
  await decideBoth();
  await Promise.all([1, 2, 3].map(() => tellDecisions(NOW)));
  await tellDecisions(NOW);
  expect(await told()).toEqual(["rule-decided 1", "programme-decided 1"]);
  expect(firstBroken(await readLog())).toBeNull();
});

test("a later decision comes after those before it, whatever was told when", async () => {
  await decideBoth();
  await tellDecisions(NOW);
  expect(await decideRule(hr, { ...RULE, after: 1, years: 4 }, NOW)).toBe("decided");
  expect(await decideRule(hr, { ...RULE, after: 2, years: 5 }, NOW)).toBe("decided");
  await tellDecisions(NOW);
  expect(await told()).toEqual([
    ...["rule-decided 1", "programme-decided 1"],
    ...["rule-decided 2", "rule-decided 3"],
  ]);
});

test("a decision that a restored database had forgotten, and that was taken otherwise, is told beside the first", async () => {
  await decideBoth();
  await tellDecisions(NOW);
  await asOwner("employer", "DELETE FROM identity.policies");
  expect(await decideRule(hr, { ...RULE, years: 5 }, NOW)).toBe("decided");
  await tellDecisions(NOW);
  await tellDecisions(NOW);
  expect(await told()).toEqual(["rule-decided 1", "programme-decided 1", "rule-decided 1"]);
});

test("the other party's server fetches it: away, nothing is told and nothing is lost; back, it is told once", async () => {
  await decideBoth();
  vi.stubEnv("SORTI_PARTS", "collector");
  away = true;
  await expect(tellDecisions(NOW)).rejects.toThrow(OtherPartyAway);
  expect(await told()).toEqual([]);
  away = false;
  await tellDecisions(NOW);
  await tellDecisions(NOW);
  expect(await told()).toEqual(["rule-decided 1", "programme-decided 1"]);
});
