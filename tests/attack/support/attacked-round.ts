import { destroySpentKeys } from "@/lib/closing/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { tokenHash } from "@/lib/keys/link-key";
import { type Exchange, writeExchange } from "@/lib/mixing/exchange";
import { countRound } from "@/lib/mixing/mutations";
import { openAnswers } from "@/lib/mixing/open";
import { readExchange } from "@/lib/mixing/read-exchange";
import { peelRound } from "@/lib/peeling/mutations";
import { receivingRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import type { CustodianKey } from "@/lib/sealing/open";
import { withdrawalHash } from "@/lib/sealing/receipt";
import { asOwner, cleanDatabases } from "../../support/databases";
import { ANSWERS, readyAnswer } from "../../support/respondent";
import { afterEnd, bothKeys, closeRound, openSmallRound, operator, Q1 } from "../../support/round";

/** Who took part, by everything of theirs that lies in a database: hex → number of arrival. */
export type People = {
  readonly byToken: ReadonlyMap<string, number>;
  readonly byMessage: ReadonlyMap<string, number>;
  readonly byReceipt: ReadonlyMap<string, number>;
};

const UNITS = ["A", "B", "C", "D"] as const;
export const marked = (person: number) => `person-${String(person).padStart(4, "0")}`;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** So many people answer one after another with the real client, each with a text that marks them. */
export async function peopleAnswer(round: RoundRecord, n: number): Promise<People> {
  const [byToken, byMessage, byReceipt] = [new Map(), new Map(), new Map<string, number>()];
  const receiving = await receivingRounds();
  for (let person = 0; person < n; person += 1) {
    const unit = UNITS[Math.floor((person * UNITS.length) / n)] ?? "A";
    const answers = { ...ANSWERS, words: marked(person) };
    const { sealed, receipt, token } = await readyAnswer(round, { unit, answers });
    await receiveAnswer(sealed, receiving);
    byToken.set(hex(tokenHash(token)), person);
    byMessage.set(hex(sealed.message), person);
    byReceipt.set(hex((await withdrawalHash(receipt)) ?? new Uint8Array()), person);
  }
  return { byToken, byMessage, byReceipt };
}

/** An order of rows on the disk as an order of people. */
export async function orderOf(
  side: "employer" | "collector",
  sql: string,
  people: ReadonlyMap<string, number>,
): Promise<number[]> {
  const rows = await asOwner<{ key: string }>(side, sql);
  return rows.map(({ key }) => people.get(key) ?? -1);
}

/** Every order that hidden columns give, before the mix: who redeemed when, whose envelope came when. */
export async function ordersBefore(people: People, slot: number) {
  const redeemed = (by: string) =>
    orderOf(
      "employer",
      `SELECT encode(token_hash, 'hex') AS key FROM issuer.redemptions ORDER BY ${by}`,
      people.byToken,
    );
  const arrived = (by: string) =>
    orderOf(
      "collector",
      `SELECT encode(message, 'hex') AS key FROM collector.inbox_${slot} ORDER BY ${by}`,
      people.byMessage,
    );
  return {
    redeemed: { xmin: await redeemed("xmin::text::bigint"), ctid: await redeemed("ctid") },
    arrived: {
      xmin: await arrived("xmin::text::bigint"),
      ctid: await arrived("ctid"),
      toast: await arrived("pg_column_toast_chunk_id(sealed)"),
    },
  };
}

/** The order in which custodian 1's machine meets the answers: what the exchange file gives away. */
export async function orderCounted(exchange: Exchange, key: CustodianKey): Promise<number[]> {
  const order: number[] = [];
  await openAnswers({
    exchange,
    key,
    parse: (value) => value as never,
    take: (payload) => order.push(Number(String(payload.answers["words"]).slice(7))),
  });
  return order;
}

export const receiptsOf = (people: People, by: string) =>
  orderOf(
    "collector",
    `SELECT encode(hash, 'hex') AS key FROM release.receipts ORDER BY ${by}`,
    people.byReceipt,
  );

/** One whole quarter with real answers, and every order an attacker gets hold of. */
export async function attackedRound(n: number) {
  await cleanDatabases();
  const round = await openSmallRound();
  const people = await peopleAnswer(round, n);
  await closeRound(Q1);
  const before = await ordersBefore(people, round.slot);
  const [first, second] = await bothKeys(Q1);
  const peeled = await peelRound(operator(), Q1, second, () => undefined);
  const file = writeExchange(peeled);
  const counted = await orderCounted(readExchange(file), first);
  const now = afterEnd(Q1);
  await countRound(operator(), readExchange(file), first, () => undefined, now);
  await destroySpentKeys(now);
  const receipts = { ctid: await receiptsOf(people, "ctid") };
  return { round, people, before, counted, receipts };
}
