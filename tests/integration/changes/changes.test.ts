import { beforeEach, describe, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { tellAuditors } from "@/lib/change-mails/mutations";
import { allChanges, mayCloseEarly, termsInForce } from "@/lib/changes/data";
import {
  confirmChange,
  expireChanges,
  propose,
  refuseChange,
  withdrawChange,
} from "@/lib/changes/mutations";
import { FIRST_TERMS } from "@/lib/changes/terms";
import { openQuarter } from "@/lib/closing/mutations";
import { db } from "@/lib/db/clients";
import { allAtoms } from "@/lib/releases/data";
import { RoundRefused } from "@/lib/rounds/state";
import { readLog } from "@/lib/transparency/data";
import { answerMany } from "../../support/respondent";
import {
  atNoon,
  closeRound,
  layKeys,
  mixRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  Q4,
  roundOf,
} from "../../support/round";
import { tiny } from "../../unit/survey/tiny";
import { mailsTo, withMailing } from "../invitations/mailing";

const NOW = atNoon("2026-01-15");
const auditor = (who = "Anders") => commandLineActor("auditor", who);
const wish = (to: Partial<typeof FIRST_TERMS>, reason = "Nämndens beslut 7") =>
  ({ what: "limits", to: { ...FIRST_TERMS, ...to }, reason }) as const;
const STRICT = { k: 10, c: 1 } as const;
const CLOSE = { what: "early-close", quarter: Q1, reason: "Nycklarna byts" } as const;

const told = async () =>
  (await readLog())
    .filter(({ kind }) => kind.startsWith("change-"))
    .map(({ kind, content }) => [kind, JSON.parse(content)] as const);

withMailing();

describe("limits of coming rounds", () => {
  test("one person raises k at once; two lower it, and the log tells both, with reasons and no names", async () => {
    expect(await propose(operator(), wish({ k: 10 }), NOW)).toEqual({ outcome: "made", number: 1 });
    expect((await termsInForce(operator())).k).toBe(10);
    const lower = await propose(operator(), wish({ k: 6 }, "För få resultat"), NOW);
    expect(lower).toEqual({ outcome: "proposed", number: 2 });
    expect((await termsInForce(operator())).k).toBe(10);
    expect(await confirmChange(auditor("test"), 2, NOW)).toBe("own");
    expect(await confirmChange(auditor(), 2, NOW)).toBe("done");
    expect(await termsInForce(operator())).toEqual({ k: 6, c: 1, graceDays: 3 });
    const strict = { ...FIRST_TERMS, k: 10 };
    const both = { number: 2, what: "limits", reason: "För få resultat" };
    const change = { ...both, from: strict, to: { ...FIRST_TERMS, k: 6 } };
    expect(await told()).toEqual([
      [
        "change-made",
        { ...change, number: 1, reason: "Nämndens beslut 7", from: FIRST_TERMS, to: strict },
      ],
      ["change-proposed", change],
      ["change-confirmed", change],
    ]);
    expect(JSON.stringify(await told())).not.toContain("Anders");
  });

  test("whatever is sent twice, or by two at once, happens once", async () => {
    const twice = await Promise.all([1, 2].map(() => propose(operator(), wish({ k: 7 }), NOW)));
    expect(twice.map((one) => one.outcome)).toEqual(["proposed", "proposed"]);
    expect(await propose(operator(), wish({ k: 6 }), NOW)).toEqual({ outcome: "open" });
    const words = await Promise.all([
      confirmChange(auditor(), 1, NOW),
      confirmChange(auditor(), 1, NOW),
      refuseChange(auditor("Maria"), 1, "Nej", NOW),
    ]);
    expect(words.filter((one) => one === "already").length).toBeGreaterThan(0);
    expect((await told()).map(([kind]) => kind)).toHaveLength(2);
    expect(await allChanges(operator())).toHaveLength(1);
  });

  test("a proposal that is refused, taken back or left for thirty days changes nothing, and the log says so", async () => {
    await propose(operator(), wish({ k: 7 }), NOW);
    expect(await refuseChange(auditor(), 1, "Skyddet får inte sänkas", NOW)).toBe("done");
    await propose(operator(), wish({ k: 7 }), NOW);
    expect(await withdrawChange(operator(), 2, NOW)).toBe("done");
    expect(await withdrawChange(operator(), 2, NOW)).toBe("done");
    await propose(operator(), wish({ c: 0 }), NOW);
    const late = atNoon("2026-02-15");
    expect(await confirmChange(auditor(), 3, late)).toBe("over");
    await expireChanges(late);
    expect((await told()).map(([kind]) => kind.slice("change-".length))).toEqual([
      ...["proposed", "refused", "proposed", "withdrawn", "proposed", "expired"],
    ]);
    expect((await told())[1]?.[1]).toMatchObject({ refusal: "Skyddet får inte sänkas" });
    expect(await termsInForce(operator())).toEqual(FIRST_TERMS);
  });
});

describe("what a round promises", () => {
  test("a round keeps what was signed for it, and one is only planned with what is in force", async () => {
    await layKeys();
    await planSmallRound(Q1);
    await propose(operator(), wish({ k: 10 }), NOW);
    await expect(planSmallRound(Q2)).rejects.toEqual(new RoundRefused("limits-changed"));
    await planSmallRound(Q2, tiny, STRICT);
    expect((await roundOf(Q1)).manifest.limits).toEqual({ k: 8, c: 1 });
    expect((await roundOf(Q2)).manifest.limits).toEqual(STRICT);
  });

  test("answers keep the limit they were promised, also when they are carried over into a round that promised less", async () => {
    await layKeys();
    await propose(operator(), wish({ k: 10 }), NOW);
    await planSmallRound(Q1, tiny, STRICT);
    await openQuarter(operator(), Q1, NOW);
    await answerMany(await roundOf(Q1), "A", 4);
    await propose(operator(), wish({ k: 8 }), NOW);
    await confirmChange(auditor(), 2, NOW);
    await planSmallRound(Q2);
    await closeRound(Q1);
    await mixRound(Q1);
    await planSmallRound(Q3);
    await answerMany(await roundOf(Q2), "A", 4);
    await answerMany(await roundOf(Q2), "B", 4);
    await closeRound(Q2);
    await mixRound(Q2);
    expect(await roundOf(Q2)).toMatchObject({ counted: 12 });
    // Eight in A, of whom four were promised ten.
    expect(await allAtoms()).toEqual([]);
    await planSmallRound(Q4);
    await answerMany(await roundOf(Q3), "A", 2);
    await answerMany(await roundOf(Q3), "C", 9);
    await closeRound(Q3);
    await mixRound(Q3);
    expect((await allAtoms()).map(({ unit, n, k }) => [unit, n, k])).toEqual([
      ["A", 10, 10],
      ["C", 9, 8],
    ]);
  });
});

describe("a quarter that ends early", () => {
  beforeEach(async () => {
    await layKeys();
    await planSmallRound(Q1);
    await openQuarter(operator(), Q1, NOW);
  });

  test("takes two people, the open quarter and a day before its last", async () => {
    expect(await propose(operator(), { ...CLOSE, quarter: Q2 }, NOW)).toEqual({ outcome: "over" });
    expect(await propose(operator(), CLOSE, NOW)).toEqual({ outcome: "proposed", number: 1 });
    expect(await mayCloseEarly(operator(), Q1)).toBe(false);
    expect(await confirmChange(auditor(), 1, atNoon("2026-04-01"))).toBe("over");
    await propose(operator(), CLOSE, NOW);
    const [waiting] = (await allChanges(operator())).filter(({ state }) => state === "proposed");
    const number = waiting?.number ?? 0;
    expect(await confirmChange(auditor(), number, NOW)).toBe("done");
    expect(await mayCloseEarly(operator(), Q1)).toBe(true);
    expect(await propose(operator(), CLOSE, NOW)).toEqual({ outcome: "agreed" });
    expect((await told()).at(-1)).toEqual([
      "change-confirmed",
      { number, what: "early-close", quarter: Q1, reason: "Nycklarna byts" },
    ]);
  });
});

describe("the second person", () => {
  test("gets one mail about a proposal, whoever asks for it and how often", async () => {
    const account = { email: "revisor@prov.example", name: "Anders", roles: ["auditor"] };
    await db("identity").user.create({ data: account });
    await propose(operator(), wish({ k: 7 }), NOW);
    const went = await Promise.all([tellAuditors(NOW), tellAuditors(NOW)]);
    expect(went.toSorted()).toEqual([0, 1]);
    expect(await tellAuditors(NOW)).toBe(0);
    const [mail, ...more] = await mailsTo("revisor@prov.example");
    expect(more).toEqual([]);
    expect(mail?.text).toContain("Nämndens beslut 7");
    expect(mail?.text).toContain("/auditor/changes");
  });
});
