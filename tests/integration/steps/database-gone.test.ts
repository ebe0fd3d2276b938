import { beforeEach, describe, expect, test } from "vitest";
import { closeIssuing, closeReceiving } from "@/lib/closing/mutations";
import { issueCredential } from "@/lib/credential/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { firstDayOf } from "@/lib/quarters/quarter";
import { receivingRounds } from "@/lib/rounds/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { holdTable } from "../../support/hold-table";
import { blinded, newLink, readyAnswer } from "../../support/respondent";
import {
  afterEnd,
  layKeys,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  roundOf,
} from "../../support/round";

beforeEach(cleanDatabases);

const END = afterEnd(Q1);
const OPENS = firstDayOf(Q1);

type Middle = {
  readonly side: "employer" | "collector";
  /** What the step needs half-way, and who waits there. */
  readonly table: string;
  readonly role: string;
};

async function untilWaiting({ side, role }: Middle): Promise<void> {
  const sql = `SELECT FROM pg_stat_activity WHERE usename = '${role}' AND wait_event_type = 'Lock'`;
  await expect.poll(async () => (await asOwner(side, sql)).length).toBe(1);
}

/** Takes the database away from a step that stands in its middle: the step fails, and says so. */
async function loseDatabaseIn(middle: Middle, step: () => Promise<unknown>): Promise<void> {
  const letGo = await holdTable(middle.side, middle.table);
  const failed = expect(step()).rejects.toThrow();
  await untilWaiting(middle);
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${middle.role}'`;
  await asOwner(middle.side, kill);
  await letGo();
  await failed;
}

const count = async (side: Middle["side"], table: string) =>
  (await asOwner(side, `SELECT FROM ${table}`)).length;

describe("when the database goes away in the middle", () => {
  test("of issuing a credential, the link is not used up, and the same request succeeds afterwards", async () => {
    const round = await openSmallRound();
    const token = await newLink({ from: OPENS, to: OPENS });
    const request = { token, quarter: Q1, ...(await blinded(round)) };
    const middle = { side: "employer", table: "issuer.redemptions", role: "sorti_issuer" } as const;
    await loseDatabaseIn(middle, () => issueCredential(request, OPENS));
    expect(await count("employer", "issuer.redemptions")).toBe(0);
    expect(await issueCredential(request, OPENS)).toMatchObject({ kind: "signed" });
    expect(await count("employer", "issuer.redemptions")).toBe(1);
  });

  test("of receiving an answer, nobody is told that it is stored, and sending it again stores it once", async () => {
    const round = await openSmallRound();
    const { sealed } = await readyAnswer(round, { unit: "A" });
    const rounds = await receivingRounds();
    const middle = {
      side: "collector",
      table: "collector.inbox",
      role: "sorti_collector",
    } as const;
    await loseDatabaseIn(middle, () => receiveAnswer(sealed, rounds));
    expect(await count("collector", "collector.inbox")).toBe(0);
    expect(await receiveAnswer(sealed, rounds)).toBe("stored");
    expect(await receiveAnswer(sealed, rounds)).toBe("stored");
    expect(await count("collector", "collector.inbox")).toBe(1);
  });

  test("of stopping to issue, the quarter can be closed again, and the next one opens", async () => {
    await openSmallRound();
    const close = () => closeIssuing(operator(), Q1, 0, END);
    const middle = { side: "employer", table: "issuer.redemptions", role: "sorti_issuer" } as const;
    await loseDatabaseIn(middle, close);
    expect(await roundOf(Q1)).toMatchObject({ state: "issuing" });
    await close();
    expect(await roundOf(Q1)).toMatchObject({ state: "grace", issued: 0 });
    expect(await roundOf(Q2)).toMatchObject({ state: "issuing" });
  });

  test("of stopping to receive, the quarter still receives, and stopping again stops it", async () => {
    await openSmallRound();
    await closeIssuing(operator(), Q1, 0, END);
    const stop = () => closeReceiving(operator(), Q1, END);
    const middle = { side: "collector", table: "release.log", role: "sorti_operator" } as const;
    await loseDatabaseIn(middle, stop);
    expect(await roundOf(Q1)).toMatchObject({ state: "grace" });
    await stop();
    expect(await roundOf(Q1)).toMatchObject({ state: "closed" });
  });

  test("of planning a quarter, no half a round is left, and planning again plans it", async () => {
    await layKeys();
    const middle = { side: "collector", table: "release.log", role: "sorti_operator" } as const;
    await loseDatabaseIn(middle, () => planSmallRound(Q1));
    expect(await count("collector", "release.rounds")).toBe(0);
    await planSmallRound(Q1);
    expect(await roundOf(Q1)).toMatchObject({ state: "planned" });
  });
});
