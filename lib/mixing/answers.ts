import { addPayload, beginCount, type CountResult, finishCount } from "@/lib/disclosure/count";
import type { Noise } from "@/lib/disclosure/noise";
import { SERIES, type Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import type { Waiting } from "@/lib/disclosure/waiting";
import type { CarriedAnswer } from "@/lib/mixing/carried";
import type { Exchange } from "@/lib/mixing/exchange";
import { openAnswers } from "@/lib/mixing/open";
import { openEnvelopes } from "@/lib/mixing/open-envelopes";
import type { Run } from "@/lib/mixing/steps";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import { RoundRefused } from "@/lib/rounds/state";
import type { CustodianKey } from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";
import { parseAnswers } from "@/lib/survey/answers";
import type { Questionnaire } from "@/lib/survey/questionnaire";

type Progress = (done: number, total: number) => void | Promise<void>;

/** What a manifest and its questionnaire fix for the counting. */
export function rulesOf(manifest: Manifest, questionnaire: Questionnaire): RoundRules {
  if (!isQuarter(manifest.quarter)) throw new RangeError("the manifest names no quarter");
  const { quarter, tree, series, limits } = manifest;
  return { quarter, questionnaire, tree, series, limits, mergedInto: manifest.merged };
}

/** An opened envelope as a payload of this round's questionnaire; null when it is none. */
export function payloadOf(questionnaire: Questionnaire, value: unknown): Payload | null {
  if (typeof value !== "object" || value === null) return null;
  const { answers, unit, series, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof unit !== "string") return null;
  const known = SERIES.find((one): one is Series => one === series);
  const parsed = parseAnswers(questionnaire, answers);
  return known && parsed ? { answers: parsed, unit, series: known } : null;
}

/** Opens every answer and adds it to tables in memory; no answer outlives its turn. */
export async function countAnswers(
  exchange: Exchange,
  key: CustodianKey,
  rules: RoundRules,
  waiting: Waiting,
  noise: Noise,
  run: Run,
  onProgress: Progress,
): Promise<CountResult & { readonly unreadable: number }> {
  const counting = beginCount(rules, waiting);
  const { dropped } = await openAnswers({
    exchange,
    key,
    parse: (value) => payloadOf(rules.questionnaire, value),
    take: (payload) => addPayload(counting, payload),
    run,
    onProgress: (done) => onProgress(done, exchange.envelopes.length),
  });
  return { ...finishCount(counting, noise), unreadable: dropped };
}

/** The few answers of a round that is carried over, each with its receipt as custodian 2 sealed it. */
export function openCarried(
  { envelopes, sealedReceipts, manifestHash }: Exchange,
  key: CustodianKey,
  questionnaire: Questionnaire,
): { carried: readonly CarriedAnswer[]; unreadable: number } {
  if (sealedReceipts.length !== envelopes.length) throw new RoundRefused("exchange-outdated");
  const open = openEnvelopes({ key, manifestHash: Buffer.from(manifestHash, "hex") });
  const payloads = open([...envelopes]).map((value) => payloadOf(questionnaire, value));
  const carried = sealedReceipts.flatMap((sealedReceipt, i) => {
    const payload = payloads[i];
    return payload ? [{ payload, sealedReceipt }] : [];
  });
  return { carried, unreadable: payloads.length - carried.length };
}
