import type { ProblemList } from "@/lib/imports/problem";
import type { Lined } from "@/lib/imports/read";
import type { Departure, DepartureSetting } from "./departure";
import type { DepartureRow } from "./row";

/**
 * The same address for two employees stops the import (design 2, step 2): an employer who invents
 * leavers would need somewhere to send their links. The addresses themselves are never reported.
 */
export function addAddressProblems(
  rows: readonly Lined<DepartureRow>[],
  facts: DepartureSetting & { readonly stored: readonly Departure[] },
  problems: ProblemList,
): void {
  const inFile = new Set(rows.map(({ row }) => facts.pseudonym(row.employeeRef)));
  const others = facts.stored.filter(({ pseudonym }) => !inFile.has(pseudonym));
  const known = new Set(
    others.flatMap((departure) => addressesOf(departure).map((a) => a.address)),
  );
  const first = new Map<string, Lined<DepartureRow>>();
  for (const lined of rows) {
    for (const { column, address } of addressesOf(lined.row)) {
      const earlier = first.get(address) ?? lined;
      first.set(address, earlier);
      if (earlier.row.employeeRef !== lined.row.employeeRef) {
        const expected = String(earlier.line);
        problems.add({ code: "same-address-twice", line: lined.line, column, expected });
      } else if (known.has(address)) {
        problems.add({ code: "address-known", line: lined.line, column });
      }
    }
  }
}

type Addresses = Pick<DepartureRow, "email" | "privateEmail">;

function addressesOf({ email, privateEmail }: Addresses): { column: string; address: string }[] {
  return [
    { column: "email", address: email?.toLowerCase() },
    { column: "private_email", address: privateEmail?.toLowerCase() },
  ].flatMap(({ column, address }) => (address ? [{ column, address }] : []));
}
