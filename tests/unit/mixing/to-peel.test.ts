import { expect, test } from "vitest";
import { ExchangeDamaged, type ExchangeReason } from "@/lib/mixing/exchange";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import { openToPeel, type ToPeel, toPeelParts } from "@/lib/mixing/to-peel";

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);

const row = (value: number): InboxRow => ({
  message: bytes(64, value),
  signature: bytes(384, value),
  sealed: bytes(200 + value, value),
  withdrawalHash: bytes(32, value),
});

const inHex = (one: InboxRow) =>
  [one.message, one.signature, one.sealed, one.withdrawalHash]
    .map((field) => Buffer.from(field).toString("hex"))
    .join(" ");

const signed = (manifest: string): ToPeel["round"] => ({ manifest, signatures: ["one", "two"] });

const work = (rows: readonly InboxRow[]): ToPeel => ({
  quarter: "2026-Q3",
  round: signed("{}"),
  next: signed('{"next":true}'),
  rows: rows.length,
  inbox: [rows],
  withdrawn: [bytes(16, 7)],
  sealed: [
    { kind: "totals", blob: bytes(300, 5) },
    { kind: "texts", blob: bytes(0, 0) },
  ],
});

async function fileOf(given: ToPeel): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of toPeelParts(given)) parts.push(part);
  return Buffer.concat(parts);
}

const opened = (file: Uint8Array) =>
  openToPeel({ length: file.length, read: (from, to) => new Uint8Array(file.subarray(from, to)) });

async function read(file: Uint8Array) {
  const { inbox, ...rest } = opened(file);
  const rows: InboxRow[] = [];
  for await (const batch of inbox) rows.push(...batch);
  return { ...rest, rows };
}

async function reasonOf(file: Uint8Array): Promise<ExchangeReason | null> {
  return read(file).then(
    () => null,
    (cause: unknown) => (cause instanceof ExchangeDamaged ? cause.reason : null),
  );
}

test("custodian 2's machine reads exactly what was gathered for it, row by row", async () => {
  const rows = Array.from({ length: 1203 }, (_, i) => row(i % 50));
  const given = work(rows);
  const { rows: found, ...rest } = await read(await fileOf(given));
  const { inbox: _, rows: __, ...others } = given;
  expect(rest).toEqual(others);
  expect(found.map(inHex)).toEqual(rows.map(inHex));
});

test("a round without an answer has a file too: what waits is peeled all the same", async () => {
  expect(await read(await fileOf(work([])))).toMatchObject({ rows: [], quarter: "2026-Q3" });
});

test("a file that is cut off, changed, made of fewer rows than it says, or none at all is refused", async () => {
  const file = await fileOf(work([row(1), row(2)]));
  expect(await reasonOf(file.subarray(0, 100))).toBe("checksum");
  expect(await reasonOf(file.subarray(0, 10))).toBe("not-an-exchange");
  const changed = new Uint8Array(file);
  changed[400] = (changed[400] ?? 0) ^ 1;
  expect(await reasonOf(changed)).toBe("checksum");
  expect(await reasonOf(await fileOf({ ...work([row(1)]), rows: 2 }))).toBe("truncated");
  expect(await reasonOf(await fileOf({ ...work([row(1), row(2)]), rows: 1 }))).toBe("header");
  expect(await reasonOf(new TextEncoder().encode("SORTI-EXCHANGE/2\n"))).toBe("not-an-exchange");
});

test("custodian 2 opens nothing but what a mix seals to wait, once each: never a receipt under a name of its own", async () => {
  for (const kind of ["receipt", "carried", "carried-x", "TOTALS", "totals"]) {
    const more = { kind, blob: bytes(300, 5) };
    const given = { ...work([]), sealed: [...work([]).sealed, more] };
    expect(await reasonOf(await fileOf(given)), kind).toBe("header");
  }
  const carried = { ...work([]), sealed: [{ kind: "carried-0", blob: bytes(300, 5) }] };
  expect(await read(await fileOf(carried))).toMatchObject({ sealed: [{ kind: "carried-0" }] });
});
