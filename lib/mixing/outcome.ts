import { attackReleases } from "@/lib/audit/attack";
import type { Solve } from "@/lib/audit/programme";
import { type Collected, including } from "@/lib/audit/published";
import { agedTexts } from "@/lib/disclosure/aging-texts";
import type { Noise } from "@/lib/disclosure/noise";
import type { Limits, Release } from "@/lib/disclosure/release";
import { countAnswers, openCarried, rulesOf } from "@/lib/mixing/answers";
import { MIX_MINIMUM } from "@/lib/mixing/carried";
import type { Exchange } from "@/lib/mixing/exchange";
import type { MixProgress } from "@/lib/mixing/progress";
import type { Run } from "@/lib/mixing/steps";
import { openWaiting, sealWaiting } from "@/lib/mixing/waiting-blobs";
import type { RoundRecord } from "@/lib/rounds/record";
import { leavesSealed, RoundRefused } from "@/lib/rounds/state";
import type { CustodianKey } from "@/lib/sealing/open";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

/** What a count found, before any of it is written. */
export type Outcome = {
  readonly release: Release;
  /** What waits, sealed for the next round. */
  readonly sealed: readonly { readonly kind: string; readonly blob: Uint8Array<ArrayBuffer> }[];
  /** What the inbox must hold when this is written. */
  readonly received: number;
  readonly counted: number;
  readonly dropped: number;
  /** People's texts that had waited too long. */
  readonly textsDestroyed: number;
  readonly carriedOver: boolean;
  /** More received than issued: no answer of the round was opened. */
  readonly leftSealed: boolean;
};

type Counting = {
  readonly round: RoundRecord;
  readonly next: RoundRecord;
  /** What the answers were promised: stricter than the round's own limits where some were carried over. */
  readonly limits: Limits;
  /** Answers in the round's inbox now. */
  readonly received: number;
  readonly exchange: Exchange;
  /** Custodian 1's key for the round. */
  readonly key: CustodianKey;
  /** Everything released before, and what the attacker of releases asks about large results. */
  readonly released: Collected;
  readonly solve: Solve;
  readonly noise: Noise;
  /** Where the envelopes are opened. */
  readonly run: Run;
  readonly onProgress: MixProgress;
};

/** Opens, counts and audits in memory. Throws `RoundRefused` for a leak and for what does not open. */
export async function outcomeOf(counting: Counting): Promise<Outcome> {
  const { round, next, received, exchange, key, noise, run, onProgress } = counting;
  const leftSealed = leavesSealed(received, round.issued);
  if (leftSealed && exchange.counts.received > 0) throw new RoundRefused("exchange-outdated");
  const questionnaire = questionnaireSchema.parse(JSON.parse(round.signed.questionnaire));
  const { waiting, texts } = openWaiting(key, exchange.blobs, round.quarter);
  const { quarter } = round;
  // Of a round that is left sealed, these are the few that an earlier one carried over.
  if (leftSealed || exchange.envelopes.length < MIX_MINIMUM) {
    const { carried, unreadable } = openCarried(exchange, key, questionnaire);
    const sealed = sealWaiting({ waiting, texts, carried }, next);
    const release = { quarter, atoms: [], cells: [] };
    const all = leftSealed ? received : exchange.counts.received;
    const totals = { received: all, counted: 0, dropped: unreadable };
    const nothing = { release, textsDestroyed: 0 };
    return { ...nothing, sealed, ...totals, carriedOver: !leftSealed, leftSealed };
  }
  const rules = { ...rulesOf(round.manifest, questionnaire), limits: counting.limits };
  const result = await countAnswers(exchange, key, rules, waiting, noise, run, (done, total) =>
    onProgress("open", done, total),
  );
  await onProgress("audit", 0, 1);
  const { counted, dropped } = result.stats;
  const released = including(counting.released, { ...result.release, counted });
  if (attackReleases(released, counting.solve).length > 0) throw new RoundRefused("audit-failed");
  const aged = agedTexts([...texts, ...result.texts], rules);
  const content = { waiting: result.waiting, texts: aged.waiting, carried: [] };
  return {
    release: result.release,
    sealed: sealWaiting(content, next),
    received: exchange.counts.received,
    counted,
    dropped: dropped + result.unreadable,
    textsDestroyed: aged.destroyed,
    carriedOver: false,
    leftSealed: false,
  };
}
