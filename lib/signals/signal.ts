import type { Columns } from "@/lib/imports/table";

/** Sustainable employee engagement (HME) of those who work there, 0–100, whole and in its three parts. */
export const HME_SIGNALS = ["hme", "hme_motivation", "hme_leadership", "hme_steering"] as const;

/** What other systems know of a unit; sick leave in per cent of working time. */
export const SIGNALS = [...HME_SIGNALS, "sick_leave"] as const;
export type SignalName = (typeof SIGNALS)[number];

/** A unit's mean in a year or a month: of all its staff, never of a person. */
export type SignalRow = {
  readonly unitCode: string;
  /** `YYYY`, or `YYYY-MM` for sick leave. */
  readonly period: string;
  readonly signal: SignalName;
  /** 0–100. */
  readonly value: number;
  /** How many answered the employee survey; null where the file does not say. */
  readonly answers: number | null;
};

/** The employee survey's own limit: a mean of fewer says too much of each, and so little of the unit. */
export const LEAST_ANSWERS = 5;

export type SignalColumn = "unit_code" | "period" | "signal" | "value" | "answers";

export const SIGNAL_COLUMNS: Columns<SignalColumn> = {
  required: ["unit_code", "period", "signal", "value"],
  optional: ["answers"],
};

/** Whether a signal is an index of answers. */
export function isIndex(signal: SignalName): boolean {
  return signal !== "sick_leave";
}
