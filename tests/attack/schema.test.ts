import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SIDES } from "@/lib/attack/ask";
import { columnLeaks, settingLeaks } from "@/lib/attack/columns";
import { schemaTextLeaks } from "@/lib/attack/schema-text";
import { WRITTEN_TRIGGERS } from "@/lib/attack/triggers";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { asOwner } from "../support/databases";

const schemaOf = (side: string) => readFileSync(`prisma/${side}/schema.prisma`, "utf8");

test.each(SIDES)(
  "the %s's schema file gives no answer, link or release a time, a number or a person",
  (side) => {
    expect(schemaTextLeaks(schemaOf(side))).toEqual([]);
  },
);

const LINES = [
  "id Int @default(autoincrement())",
  "id String @default(cuid())",
  "id String @default(uuid(7))",
  "at DateTime @default(now())",
  "at DateTime @updatedAt",
  'id String @default(dbgenerated("gen_random_uuid()"))',
  "departure Departure @relation(fields: [departureId], references: [id])",
];

test.each(LINES)("broken on purpose, and caught in the schema file: %s", (line) => {
  const text = schemaOf("collector").replace("model Inbox {", `model Inbox {\n  ${line}`);
  expect(schemaTextLeaks(text).length).toBeGreaterThan(0);
});

test.each(SIDES)(
  "no live table on the %s's side keeps a time, an order or a tie to a person",
  async (side) => {
    expect(await columnLeaks(asOwner, side)).toEqual([]);
  },
);

const BROKEN = [
  [
    "collector",
    "ALTER TABLE collector.inbox ADD COLUMN at timestamptz",
    "ALTER TABLE collector.inbox DROP COLUMN at",
  ],
  [
    "collector",
    "ALTER TABLE collector.inbox ALTER COLUMN slot SET DEFAULT 0",
    "ALTER TABLE collector.inbox ALTER COLUMN slot DROP DEFAULT",
  ],
  [
    "collector",
    "ALTER TABLE release.receipts ADD COLUMN seq bigserial",
    "ALTER TABLE release.receipts DROP COLUMN seq",
  ],
  [
    "collector",
    "ALTER TABLE release.atoms ADD COLUMN id uuid DEFAULT uuidv7()",
    "ALTER TABLE release.atoms DROP COLUMN id",
  ],
  ["collector", "CREATE TABLE release.answers (answer jsonb)", "DROP TABLE release.answers"],
  [
    "employer",
    "ALTER TABLE issuer.redemptions ADD COLUMN at timestamptz",
    "ALTER TABLE issuer.redemptions DROP COLUMN at",
  ],
  [
    "employer",
    "ALTER TABLE issuer.links ADD COLUMN departure uuid REFERENCES identity.departures (id)",
    "ALTER TABLE issuer.links DROP COLUMN departure",
  ],
] as const;

test.each(BROKEN)(
  "broken on purpose, and caught in the live catalogue of the %s: %s",
  async (side, sql, mend) => {
    await asOwner(side, sql);
    const leaks = await columnLeaks(asOwner, side);
    await asOwner(side, mend);
    expect(leaks.length).toBeGreaterThan(0);
    expect(await columnLeaks(asOwner, side)).toEqual([]);
  },
);

test("a trigger that notes each arrival is caught", async () => {
  await asOwner(
    "collector",
    `CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  );
  await asOwner(
    "collector",
    "CREATE TRIGGER note AFTER INSERT ON collector.inbox_1 EXECUTE FUNCTION public.note()",
  );
  const leaks = await columnLeaks(asOwner, "collector");
  await asOwner("collector", "DROP FUNCTION public.note() CASCADE");
  expect(leaks.length).toBeGreaterThan(0);
});

const triggers = SIDES.flatMap((side) =>
  Object.keys(WRITTEN_TRIGGERS[side]).map((name): [typeof side, string] => [side, name]),
);

test.each(triggers)(
  "broken on purpose, and caught: a database of the %s in which somebody switched off %s",
  async (side, name) => {
    const [table, trigger] = name.split(" ");
    await asOwner(side, `ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
    const leaks = await columnLeaks(asOwner, side);
    await asOwner(side, `ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
    expect(leaks.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(name)]);
  },
);

test("the server writes no statement, value or commit time, and a changed setting is caught", async () => {
  expect(await settingLeaks(asOwner, SERVER_SETTINGS)).toEqual([]);
  const wanted = { ...SERVER_SETTINGS, log_statement: "all" };
  expect(await settingLeaks(asOwner, wanted)).toHaveLength(1);
  await asOwner("collector", "ALTER ROLE sorti_collector SET log_min_duration_statement = 0");
  const leaks = await settingLeaks(asOwner, SERVER_SETTINGS);
  await asOwner("collector", "ALTER ROLE sorti_collector RESET log_min_duration_statement");
  expect(leaks).toHaveLength(1);
});
