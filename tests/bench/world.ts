import pg from "pg";
import { type Dice, diceFrom } from "@/lib/demo/random";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { lastDayOfMonth, type Month, monthsIn, type Window } from "@/lib/turnover/month";
import { ownerUrl } from "../support/databases";

/** A large employer: so many regions with so many units each, and what they have reported month by month. */
type World = {
  readonly regions: number;
  readonly units: number;
  /** The months with a headcount, both ends included. */
  readonly window: Window;
  readonly seed: string;
};

/** A unit of a world: its permanent staff, and departures per person-year. */
export type WorldUnit = {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly parent: string;
  readonly staff: number;
  readonly rate: number;
};

/** As many corresponding units as a county's health centres: larger groups would only make tests easier. */
const GROUP = 40;
/** Departures per person-year, and how much worse the worst unit in twelve is. */
const RATE = 0.09;
const WORST = 2.5;

/** Writes a world straight into the tables: the way through import is measured elsewhere. */
export async function fillWorld(world: World): Promise<{ readonly units: readonly WorldUnit[] }> {
  const dice = diceFrom(world.seed);
  const units = unitsOf(world, dice.fork("units"));
  const months = monthsIn(world.window);
  const left = departuresOf(units, months, dice.fork("departures"));
  const client = new pg.Client({ connectionString: ownerUrl("employer") });
  await client.connect();
  try {
    await writeUnits(client, world, units);
    for (const month of months) await writeMonth(client, month, units);
    await writeDepartures(client, left);
    await writeNotes(client, units, world.window.to);
    await client.query(IMPORTED);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  return { units };
}

const regionCode = (region: number) => `R${region}`;

function unitsOf({ regions, units }: World, dice: Dice): readonly WorldUnit[] {
  return Array.from({ length: regions * units }, (_, i) => {
    const region = Math.floor(i / units);
    return {
      code: `R${region}E${String(i % units).padStart(5, "0")}`,
      name: `Vårdcentral ${String((i % units) + 1).padStart(4, "0")}`,
      group: `R${region}G${Math.floor((i % units) / GROUP)}`,
      parent: regionCode(region),
      staff: 12 + Math.floor(dice.next() * 60),
      rate: RATE * (i % 12 === 0 ? WORST : 0.6 + dice.next() * 0.8),
    };
  });
}

type Left = { readonly unit: string; readonly day: string; readonly kind: string };

function departuresOf(
  units: readonly WorldUnit[],
  months: readonly Month[],
  dice: Dice,
): readonly Left[] {
  return units.flatMap((unit) =>
    months.flatMap((month) =>
      Array.from({ length: poisson((unit.staff * unit.rate) / 12, dice) }, () => ({
        unit: unit.code,
        day: dayIn(month, dice),
        kind: kindOf(dice),
      })),
    ),
  );
}

/** Knuth's multiplication, enough for the small means of one unit's month. */
function poisson(mean: number, dice: Dice): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = dice.next(); product > least; product *= dice.next()) count += 1;
  return count;
}

function dayIn(month: Month, dice: Dice): string {
  const days = Number(lastDayOfMonth(month).slice(8));
  return `${month}-${String(1 + Math.floor(dice.next() * days)).padStart(2, "0")}`;
}

/** Two in three resign, one in six retires, and the rest leaves in all the other ways. */
function kindOf(dice: Dice): string {
  const at = dice.next();
  if (at < 0.67) return "resignation";
  if (at < 0.84) return "retirement";
  return DEPARTURE_KINDS[Math.floor(dice.next() * DEPARTURE_KINDS.length)] ?? "other";
}

async function writeUnits(
  client: pg.Client,
  { regions }: World,
  units: readonly WorldUnit[],
): Promise<void> {
  const tops = Array.from({ length: regions }, (_, i) => regionCode(i));
  await client.query(
    `INSERT INTO identity.units (code, name, kind, valid_from, predecessors)
     SELECT code, 'Region ' || code, 'region', '2010-01-01', '{}' FROM unnest($1::text[]) AS r (code)`,
    [tops],
  );
  await client.query(
    `INSERT INTO identity.units (code, name, kind, parent_code, peer_group, valid_from, predecessors)
     SELECT code, name, 'primary_care', parent, peers, '2010-01-01', '{}'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS r (code, name, parent, peers)`,
    [
      units.map(({ code }) => code),
      units.map(({ name }) => name),
      units.map(({ parent }) => parent),
      units.map(({ group }) => group),
    ],
  );
}

async function writeMonth(
  client: pg.Client,
  month: Month,
  units: readonly WorldUnit[],
): Promise<void> {
  await client.query(
    `INSERT INTO identity.headcount (unit_code, month, staff_group, permanent)
     SELECT unit, $1, '', n FROM unnest($2::text[], $3::int[]) AS r (unit, n)`,
    [month, units.map(({ code }) => code), units.map(({ staff }) => staff)],
  );
}

async function writeDepartures(client: pg.Client, left: readonly Left[]): Promise<void> {
  await client.query(
    `INSERT INTO identity.departures
       (id, pseudonym, unit_code, last_day, kind, language, delivery, protected)
     SELECT gen_random_uuid(), md5(n::text), unit, day, kind, 'sv', 'none', false
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS r (unit, day, kind, n)`,
    [left.map(({ unit }) => unit), left.map(({ day }) => day), left.map(({ kind }) => kind)],
  );
}

/** What is stored changes by imports only, and the pages count on that. */
const IMPORTED = `INSERT INTO identity.imports (id, kind, file_hash, imported_at, imported_by, summary)
  VALUES (gen_random_uuid(), 'headcount', '', now(), 'bench',
          '{"added": 0, "changed": 0, "unchanged": 0, "removed": 0, "numbers": []}')`;

/** Every tenth unit has an explanation, every twentieth an action. */
async function writeNotes(
  client: pg.Client,
  units: readonly WorldUnit[],
  until: Month,
): Promise<void> {
  const every = (n: number) => units.filter((_, i) => i % n === 0).map(({ code }) => code);
  const day = `${until}-01`;
  await client.query(
    `INSERT INTO identity.explanations
       (id, version, unit_code, what, who, noted_on, evidence, applies_from, expires, signed_by)
     SELECT gen_random_uuid(), 1, code, 'Ombyggnad', 'Verksamhetschef', $2, 'Beslut', $2, '2030-01-01', 'bench'
     FROM unnest($1::text[]) AS r (code)`,
    [every(10), day],
  );
  await client.query(
    `INSERT INTO identity.actions
       (id, version, unit_code, what, who, decided_on, due, control, state, result, signed_by, signed_on)
     SELECT gen_random_uuid(), 1, code, 'Samtal', 'Verksamhetschef', $2, '2030-01-01', 'Följs', 'ongoing', '', 'bench', $2
     FROM unnest($1::text[]) AS r (code)`,
    [every(20), day],
  );
}
