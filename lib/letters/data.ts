import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { pseudonymKey, pseudonymOf } from "@/lib/keys/pseudonym-key";
import type { Day } from "@/lib/quarters/quarter";
import { LETTER_STATES, type LetterState, type TakenBackLetter } from "./letter";

const state = z.enum(LETTER_STATES);

/** A letter as HR sees it: for whom, and never what stands in it. */
export type HrLetter = {
  readonly number: string;
  readonly unit: string;
  readonly lastDay: Day;
  readonly protected: boolean;
  readonly state: LetterState;
};

/** Letters whose codes still work, the earliest last day first. */
export async function hrLetters(_actor: HrActor, today: Day): Promise<readonly HrLetter[]> {
  const identity = db("identity");
  const [rows, units] = await Promise.all([
    identity.letter.findMany({
      where: { until: { gte: today } },
      include: { invitation: { include: { departure: true } } },
      orderBy: [{ until: "asc" }, { number: "asc" }],
    }),
    identity.unit.findMany({ select: { code: true, name: true } }),
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return rows.map(({ number, state: stored, invitation: { departure } }) => ({
    number,
    unit: names.get(departure.unitCode) ?? departure.unitCode,
    lastDay: departure.lastDay,
    protected: departure.protected,
    state: state.parse(stored),
  }));
}

/** Letters that were taken back, as long as their codes would have worked; by number, which is drawn. */
export async function takenBackLetters(
  _actor: HrActor,
  today: Day,
): Promise<readonly TakenBackLetter[]> {
  const rows = await db("identity").takenBackLetter.findMany({
    where: { until: { gte: today } },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, was }) => ({ number, was: state.parse(was) }));
}

/** The employer's reference of a person, and the number of the letter that is theirs; null: none. */
export type FoundLetter = { readonly ref: string; readonly number: string | null };

/** Which letter is whose, by the references that HR's own file has: they are stored nowhere. */
export async function findLetters(
  _actor: HrActor,
  refs: readonly string[],
): Promise<readonly FoundLetter[]> {
  const key = pseudonymKey();
  const asked = refs.map((ref) => ({ ref, pseudonym: pseudonymOf(key, ref) }));
  const rows = await db("identity").letter.findMany({
    where: {
      invitation: { departure: { pseudonym: { in: asked.map(({ pseudonym }) => pseudonym) } } },
    },
    // Whoever left twice has two: the later one is the one that is waited for.
    orderBy: [{ until: "asc" }, { number: "asc" }],
    select: { number: true, invitation: { select: { departure: true } } },
  });
  const numbers = new Map(
    rows.map(({ number, invitation }) => [invitation.departure.pseudonym, number]),
  );
  return asked.map(({ ref, pseudonym }) => ({ ref, number: numbers.get(pseudonym) ?? null }));
}
