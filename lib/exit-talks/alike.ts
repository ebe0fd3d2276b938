/** Which of so many who are alike; 1 of 1 where somebody is alone. */
export type Alike = { readonly number: number; readonly of: number };

type Person = {
  readonly id: string;
  readonly unitCode: string;
  readonly lastDay: string;
  readonly kind: string;
  readonly staffGroup: string;
};

/**
 * Numbers those who are alike in all that HR's file says of them, in the order of their ids, so that each keeps its
 * number from one day to the next, whatever becomes of the talk.
 */
export function toldApart<P extends Person>(
  people: readonly P[],
): readonly (P & { readonly alike: Alike })[] {
  const key = (person: Person) =>
    JSON.stringify([person.unitCode, person.lastDay, person.kind, person.staffGroup]);
  const groups = new Map<string, string[]>();
  for (const person of people)
    groups.set(key(person), [...(groups.get(key(person)) ?? []), person.id].sort());
  return people.map((person) => {
    const ids = groups.get(key(person)) ?? [];
    return { ...person, alike: { number: ids.indexOf(person.id) + 1, of: ids.length } };
  });
}
