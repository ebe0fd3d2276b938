import { beforeEach, describe, expect, test } from "vitest";
import { confirmDraft } from "@/lib/drafts/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  everythingStored,
  headcount,
  hr,
  imported,
  LEAVERS,
  NOW,
  previewed,
  rowsOf,
  TWO_UNITS,
} from "./region";

beforeEach(cleanDatabases);

describe("an import that fails", () => {
  test("in its last batch leaves no row of the file", async () => {
    await imported("units", TWO_UNITS);
    await asOwner(
      "employer",
      `CREATE FUNCTION identity.stop() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the row was %', NEW; END $$;
      CREATE TRIGGER stop BEFORE INSERT ON identity.headcount FOR EACH ROW
        WHEN (NEW.month = '2031-01') EXECUTE FUNCTION identity.stop()`,
    );
    const groups = Array.from({ length: 20_000 }, (_, i) => `V1;2026-01;3;group ${i}`);
    const file = headcount(...groups, "V1;2031-01;3;last");
    const before = await everythingStored();
    const { id, seen } = await previewed("headcount", file);
    await expect(confirmDraft(hr, id, seen, NOW)).rejects.toThrow(/nothing was written/);
    expect(await everythingStored()).toBe(before);
    await asOwner("employer", "DROP FUNCTION identity.stop() CASCADE");
    expect((await confirmDraft(hr, id, seen, NOW)).outcome).toBe("applied");
    expect(await rowsOf("headcount")).toBe(20_001);
  });

  test("because its connection dies in the middle leaves nothing half written", async () => {
    await imported("units", TWO_UNITS);
    await asOwner(
      "employer",
      `CREATE FUNCTION identity.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER die BEFORE INSERT ON identity.imports FOR EACH ROW EXECUTE FUNCTION identity.die()`,
    );
    const before = await everythingStored();
    await expect(imported("departures", LEAVERS)).rejects.toThrow(/nothing was written/);
    await asOwner("employer", "DROP FUNCTION identity.die() CASCADE");
    expect(await everythingStored()).toBe(before);
    expect((await imported("departures", LEAVERS)).outcome).toBe("applied");
  });

  test("never quotes a row in its message", async () => {
    await imported("units", TWO_UNITS);
    await asOwner(
      "employer",
      `CREATE FUNCTION identity.tell() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the row was %', NEW; END $$;
      CREATE TRIGGER tell BEFORE INSERT ON identity.departures FOR EACH ROW EXECUTE FUNCTION identity.tell()`,
    );
    const error: unknown = await imported("departures", LEAVERS).catch((cause: unknown) => cause);
    await asOwner("employer", "DROP FUNCTION identity.tell() CASCADE");
    const { message, stack, cause } = error as Error;
    expect(message).toMatch(/nothing was written/);
    expect(`${message}${stack}${cause}${JSON.stringify(error)}`).not.toMatch(/home\.example|1001/);
  });
});
