import { expect } from "vitest";
import { closeIssuing, closeReceiving, mixUnlocked } from "@/lib/closing/mutations";
import { issueCredential } from "@/lib/credential/mutations";
import { confirmDraft } from "@/lib/drafts/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { publishReport } from "@/lib/publishing/mutations";
import { firstDayOf } from "@/lib/quarters/quarter";
import { receivingRounds } from "@/lib/rounds/data";
import { asOwner } from "../../support/databases";
import {
  answerMany,
  answerRound,
  blinded,
  newLink,
  readyAnswer,
  withdrawReceipt,
} from "../../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  openSmallRound,
  operator,
  Q1,
  Q2,
  roundOf,
} from "../../support/round";
import {
  imported,
  hr as importer,
  LEAVERS,
  NOW,
  previewed,
  rowsOf,
  TWO_UNITS,
} from "../imports/region";
import { aRegion, QUARTER } from "../reports/a-region";
import type { Middle } from "./middle";

const END = afterEnd(Q1);
const OPENS = firstDayOf(Q1);
const DAY = new Date("2026-11-16T08:00:00Z");

const count = async (side: Middle["side"], of: string) =>
  (await asOwner(side, `SELECT FROM ${of}`)).length;
const logged = async (kind: string) =>
  (await asOwner("collector", "SELECT FROM release.log WHERE kind = $1", [kind])).length;

/** A step of a round, an import or a report, in a world that is ready for it. */
type Step = {
  /** Where it is when the database goes. */
  readonly middle: Middle;
  readonly take: () => Promise<unknown>;
  /** That it has been taken, and once. */
  readonly holds: () => Promise<void>;
};

const at = (side: Middle["side"], of: string, role: string): Middle => ({
  ...{ side, table: of, role: `sorti_${role}` },
});

/** Each prepares the world for its step. */
export const STEPS: Readonly<Record<string, () => Promise<Step>>> = {
  "a credential is issued": async () => {
    const round = await openSmallRound();
    const token = await newLink({ from: OPENS, to: OPENS });
    const request = { token, quarter: Q1, ...(await blinded(round)) };
    return {
      middle: at("employer", "issuer.redemptions", "issuer"),
      take: async () =>
        expect(await issueCredential(request, OPENS)).toMatchObject({ kind: "signed" }),
      holds: async () => expect(await count("employer", "issuer.redemptions")).toBe(1),
    };
  },
  "an answer is stored": async () => {
    const round = await openSmallRound();
    const { sealed } = await readyAnswer(round, { unit: "A" });
    const rounds = await receivingRounds();
    return {
      middle: at("collector", "collector.inbox", "collector"),
      take: async () => expect(await receiveAnswer(sealed, rounds)).toBe("stored"),
      holds: async () => expect(await count("collector", "collector.inbox")).toBe(1),
    };
  },
  "an answer is withdrawn": async () => {
    const receipt = await answerRound(await openSmallRound(), { unit: "A" });
    return {
      middle: at("collector", "collector.withdrawn", "collector"),
      take: () => withdrawReceipt(receipt),
      holds: async () => expect(await count("collector", "collector.withdrawn")).toBe(1),
    };
  },
  "issuing stops": async () => {
    await answerMany(await openSmallRound(), "A", 2);
    return {
      middle: { ...at("employer", "issuer.redemptions", "issuer"), reads: true },
      take: () => closeIssuing(operator(), Q1, 0, END),
      holds: async () => {
        expect(await roundOf(Q1)).toMatchObject({ state: "grace", issued: 2 });
        expect(await roundOf(Q2)).toMatchObject({ state: "issuing" });
        expect(await logged("issuing-stopped")).toBe(1);
      },
    };
  },
  "receiving stops": async () => {
    await answerMany(await openSmallRound(), "A", 2);
    await closeIssuing(operator(), Q1, 0, END);
    return {
      middle: at("collector", "release.log", "operator"),
      take: () => closeReceiving(operator(), Q1, END),
      holds: async () => expect(await roundOf(Q1)).toMatchObject({ state: "closed" }),
    };
  },
  "the mix peels": () => mixing("collector.inbox"),
  "the mix writes what it counted": () => mixing("release.log"),
  "a report is published": async () => {
    await aRegion({ state: "mixed" });
    return {
      middle: at("collector", "release.log", "operator"),
      take: () => publishReport(operator(), QUARTER, DAY),
      holds: async () => {
        expect(await count("collector", "release.reports")).toBe(1);
        expect(await logged("report-published")).toBe(1);
      },
    };
  },
  "an import is confirmed": async () => {
    await imported("units", TWO_UNITS);
    const { id, seen } = await previewed("departures", LEAVERS);
    return {
      middle: at("employer", "identity.departures", "identity"),
      take: () => confirmDraft(importer, id, seen, NOW),
      holds: async () => {
        expect(await rowsOf("departures")).toBe(3);
        expect(await rowsOf("import_drafts")).toBe(0);
        expect(await rowsOf("imports")).toBe(2);
      },
    };
  },
};

/** Twelve who answered, peeled and counted in one go, which stands still at a table. */
async function mixing(of: string): Promise<Step> {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  const keys = await bothKeys(Q1);
  return {
    middle: { ...at("collector", of, "mixer"), reads: of === "collector.inbox" },
    take: async () => {
      if ((await roundOf(Q1)).state !== "mixed")
        await mixUnlocked(operator(), Q1, keys, () => undefined, END);
    },
    holds: async () => {
      expect(await roundOf(Q1)).toMatchObject({ state: "mixed", counted: 12 });
      expect(await count("collector", "collector.inbox")).toBe(0);
      expect(await count("collector", "release.receipts")).toBe(12);
      expect(await logged("mixed")).toBe(1);
    },
  };
}
