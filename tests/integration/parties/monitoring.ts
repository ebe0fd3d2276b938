import { expect } from "vitest";
import type { Party } from "../../support/party";
import type { Tap } from "../../support/tap";
import type { TwoParties } from "../../support/two-parties";

const ask = ({ origin }: Tap, token: string) =>
  fetch(`${origin}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } });

const tokenOf = ({ settings }: Party) => settings["SORTI_METRICS_TOKEN"] ?? "";

/** All that monitoring is told by both parties. */
export async function metricsOf(of: TwoParties): Promise<readonly string[]> {
  const replies = [
    await ask(of.issuers, tokenOf(of.issuer)),
    await ask(of.collectors, tokenOf(of.collector)),
  ];
  return Promise.all(replies.map((reply) => reply.text()));
}

/** What monitoring is told, by whom, and what it is not told. */
export async function metricsHold(of: TwoParties): Promise<void> {
  for (const token of ["", tokenOf(of.issuer).slice(1), tokenOf(of.collector)])
    expect((await ask(of.issuers, token)).status).toBe(404);
  const secret = "VC-ANNA-ANDERSSON";
  const paths = [`/hr/units/${secret}`, `/operator/${secret}`, `/${secret}`, "/svar"];
  const asked = [of.issuers, of.collectors].flatMap(({ origin }) =>
    paths.map((path) => fetch(`${origin}${path}?sok=${secret}`, { redirect: "manual" })),
  );
  await Promise.all(asked);
  const [issuers = "", collectors = ""] = await metricsOf(of);
  expect(issuers + collectors).not.toMatch(/ANNA|svar|survey|inbox|sealed|memory|cpu/i);
  expect(issuers).toMatch(
    /^sorti_http_requests_total\{route="\/hr\/units\/\[code\]",method="GET",status="\dxx"\} 1$/m,
  );
  expect(issuers).toContain('sorti_jobs{queue="invitation-mail",state="failed"} 0');
  expect(issuers).toContain('sorti_mails{state="bounced"} 0');
  expect(issuers).toContain('sorti_check_holds{check="database as identity"} 1');
  expect(issuers).not.toMatch(/mixer|sorti_round_state/);
  expect(collectors).toContain('sorti_check_holds{check="database as collector"} 1');
  expect(collectors).not.toMatch(/identity|sorti_jobs/);
}
