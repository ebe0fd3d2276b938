import type { DepartureRow } from "@/lib/departures/row";
import type { Quarter } from "@/lib/quarters/quarter";
import { type Leaving, leavings, leavingsAhead } from "./departures";
import { chance, type Dice } from "./random";

/** Somebody who leaves, as the import has them and with the month offset the demonstration counts by. */
export type Person = DepartureRow & { readonly key: string; readonly offset: number };

/** Months with answers before the open quarter: twelve quarters. Older departures have no address left. */
export const FIRST_ANSWER_OFFSET = -36;

/** Unique, without order to read from it: multiplication modulo a prime. */
function referenceAt(index: number): string {
  return `E${100_000 + ((index * 48_271 + 7_919) % 899_981)}`;
}

/** Whom the rule invites: resignations and retirements. */
export function isInvited(person: Pick<Person, "kind">): boolean {
  return person.kind === "resignation" || person.kind === "retirement";
}

/** Everybody who leaves, with fictional addresses (`.example` can never be delivered) and no name anywhere. */
export function people(open: Quarter, dice: Dice): Person[] {
  const all = leavings(open, dice).map((leaving, index) => personOf(leaving, index, dice));
  const guarded = new Set(
    [-2, 1].map((offset) => all.find((p) => p.offset === offset && isInvited(p))?.employeeRef),
  );
  return all.map((person) => (guarded.has(person.employeeRef) ? withGuard(person) : person));
}

/** Protected identity: nothing that could lead to the person stands in the file; HR hands over a letter. */
function withGuard(person: Person): Person {
  return { ...person, email: null, privateEmail: null, delivery: "letter", protected: true };
}

function personOf(leaving: Leaving, index: number, dice: Dice): Person {
  const employeeRef = referenceAt(index);
  const person = {
    ...leaving,
    employeeRef,
    email: null,
    privateEmail: null,
    language: "sv",
    delivery: "none" as const,
    protected: false,
    staffGroup: "",
  };
  if (leaving.kind === "death" || leaving.offset < FIRST_ANSWER_OFFSET) return person;
  const own = dice.fork(leaving.key).fork("contact");
  const language = chance(own, 0.04) ? "en" : "sv";
  if (isInvited(leaving) && chance(own, 0.04)) return { ...person, language, delivery: "letter" };
  const name = employeeRef.toLowerCase();
  const privateEmail = chance(own, 0.12) ? `${name}@hemma.example` : null;
  return {
    ...person,
    language,
    delivery: "mail",
    email: `${name}@norrsjo.example`,
    privateEmail,
  };
}

/** References of later months begin here, so many apart: more than anybody leaves in a month. */
const [FIRST_AHEAD, APART] = [100_000, 1_000];

/** Everybody who leaves in a month after the open quarter. */
export function peopleAhead(open: Quarter, offset: number, dice: Dice): Person[] {
  const first = FIRST_AHEAD + offset * APART;
  return leavingsAhead(open, offset, dice).map((one, i) => personOf(one, first + i, dice));
}
