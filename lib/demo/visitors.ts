import { isInvited, type Person } from "./people";

/** Units that the pages speak of: a visitor should meet the survey there. */
const KNOWN = ["VC04", "VC16", "VC29"];

/** Beside them, every so many of the others, so that some link is in its window on every day of the quarter. */
const EVERY = 20;

/** References of those in the open quarter who are kept for visitors to answer as. */
export function visitorsAmong(everybody: readonly Person[]): string[] {
  const reachable = everybody.filter(
    (person) => person.offset >= 0 && isInvited(person) && person.delivery === "mail",
  );
  const english = reachable.find((person) => person.language === "en");
  return reachable
    .filter((person, i) => KNOWN.includes(person.unitCode) || person === english || i % EVERY === 0)
    .map(({ employeeRef }) => employeeRef);
}
