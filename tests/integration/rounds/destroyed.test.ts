import { beforeEach, expect, test } from "vitest";
import { closeIssuing, closeReceiving, destroySpentKeys } from "@/lib/closing/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { destroyIssuerKey } from "@/lib/keys/issuer-key";
import { destroyRoundKeys } from "@/lib/keys/rounds";
import { countRound } from "@/lib/mixing/mutations";
import { peelRound } from "@/lib/peeling/mutations";
import { readLog } from "@/lib/transparency/data";
import { cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  keysOf,
  layKeys,
  mixRound,
  openSmallRound,
  operator,
  Q1,
} from "../../support/round";

beforeEach(cleanDatabases);

const END = afterEnd(Q1);

test("keys that an interrupted run left are destroyed when the server starts, once", async () => {
  await answerMany(await openSmallRound(), "A", 10);
  await closeRound(Q1);
  await mixRound(Q1);
  await layKeys();
  expect(keysOf(Q1)).toEqual([1, 2, "issuer"]);
  expect(await destroySpentKeys(END)).toBe(3);
  expect(await destroySpentKeys(END)).toBe(0);
  expect(keysOf(Q1)).toEqual([]);
});

test("a key that was destroyed just before a crash still comes into the public log, and only once", async () => {
  await answerMany(await openSmallRound(), "A", 10);
  await closeIssuing(operator(), Q1, 0, END);
  destroyIssuerKey(Q1);
  await closeReceiving(operator(), Q1, END);
  const gone = async () =>
    (await readLog()).flatMap((one) => (one.kind === "key-destroyed" ? [one.content] : []));
  const issuer = `{"of":"issuer","quarter":"${Q1}"}`;
  expect(await gone()).toEqual([issuer]);

  const [first, second] = await bothKeys(Q1);
  const exchange = await peelRound(operator(), Q1, second, () => undefined);
  await countRound(operator(), exchange, first, () => undefined, END);
  destroyRoundKeys(keyDirectory(), Q1);
  await Promise.all([destroySpentKeys(END), destroySpentKeys(END)]);
  expect(await gone()).toEqual([issuer, `{"of":"custodians","quarter":"${Q1}"}`]);
});
