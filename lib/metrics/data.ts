import { db } from "@/lib/db/clients";
import { judgeClock } from "@/lib/disposal-clock/data";
import { waitsFor } from "@/lib/disposal-clock/rule";
import { isPart, ownParts } from "@/lib/env";
import { health } from "@/lib/health/data";
import { mailHealth } from "@/lib/mail-returns/data";
import { allRounds } from "@/lib/rounds/data";
import { ROUND_STATES } from "@/lib/rounds/state";
import { version } from "@/package.json";
import type { Family, Sample } from "./exposition";
import { RequestCounts } from "./request-counts";

type Counts = { readonly requests: RequestCounts; readonly failures: Map<string, number> };

// Next evaluates a module once per bundle; what is counted must be counted once per process.
const kept = globalThis as typeof globalThis & { sortiCounts?: Counts };

/** What this process has counted since its start. */
export function counts(): Counts {
  kept.sortiCounts ??= { requests: new RequestCounts(), failures: new Map() };
  return kept.sortiCounts;
}

const gauge = (name: string, help: string, samples: readonly Sample[]): Family => ({
  ...{ name, help, type: "gauge", samples },
});

async function healthNow(): Promise<Family> {
  const { checks } = await health();
  return gauge(
    "sorti_check_holds",
    "1 when a check of /api/health holds, each role's database among them.",
    checks.map(({ name, ok }) => ({ labels: { check: name }, value: Number(ok) })),
  );
}

async function disposalNow(): Promise<Family> {
  const waits = waitsFor(await judgeClock(new Date())) !== null;
  const help = "1 when disposal by date waits, since the clock has moved far: decision 0097.";
  return gauge("sorti_disposal_waits", help, [{ value: Number(waits) }]);
}

async function jobsNow(): Promise<Family> {
  const rows = await db("identity").$queryRaw<{ queue: string; state: string; n: number }[]>`
    SELECT q.name AS queue, s.state::text, count(j.id)::int AS n
    FROM pgboss.queue q
    CROSS JOIN unnest(enum_range(NULL::pgboss.job_state)) AS s (state)
    LEFT JOIN pgboss.job j ON j.name = q.name AND j.state = s.state
    WHERE q.name NOT LIKE '\_\_pgboss%'
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return gauge(
    "sorti_jobs",
    "Jobs by queue and state: created and retry wait, active runs, failed was given up.",
    rows.map(({ queue, state, n }) => ({ labels: { queue, state }, value: n })),
  );
}

async function mailsNow(): Promise<Family> {
  const { read: _, ...counts } = await mailHealth();
  return gauge(
    "sorti_mails",
    "Invitations' mails by what has become of them, and reminders; as the operator's page has it.",
    Object.entries(counts).map(([state, value]) => ({ labels: { state }, value })),
  );
}

async function roundsNow(): Promise<Family> {
  const rounds = await allRounds();
  return gauge(
    "sorti_round_state",
    "1 for the state that a round is in. Nothing about answers.",
    rounds.flatMap(({ quarter, state: now }) =>
      ROUND_STATES.map((state) => ({ labels: { quarter, state }, value: Number(state === now) })),
    ),
  );
}

function countedHere(): readonly Family[] {
  const { requests, failures } = counts();
  const samples = [...failures].map(([work, value]) => ({ labels: { work }, value }));
  const help = "Work of the server's own that failed since the start, mails among it.";
  return [...requests.families(), { name: "sorti_failures_total", help, type: "counter", samples }];
}

/**
 * Everything that monitoring may know: how requests, jobs, mails and the round fare. Nothing of a person or a unit,
 * and nothing that an answer changes (decision 0081). What cannot be read now is left out.
 */
export async function metrics(): Promise<readonly Family[]> {
  const readings = [
    healthNow(),
    disposalNow(),
    ...(isPart("issuer") ? [jobsNow(), mailsNow()] : []),
    ...(isPart("collector") ? [roundsNow()] : []),
  ];
  const read = await Promise.allSettled(readings);
  const about = { version, party: ownParts(), node: process.versions.node };
  return [
    gauge("sorti_about", "What runs here.", [{ labels: about, value: 1 }]),
    ...countedHere(),
    ...read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
  ];
}
