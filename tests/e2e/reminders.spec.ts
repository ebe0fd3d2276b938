import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import pg from "pg";
import { z } from "zod";
import { runSorti } from "../support/command";
import { directory, origin, test } from "../support/visitor";

/** The invitation of one who retires went twenty days ago: a reminder is due. */
const LONG_AGO = `
  UPDATE identity.invitations SET sent_at = sent_at - interval '20 days'
  WHERE id = (
    SELECT i.id FROM identity.invitations i JOIN identity.departures d ON d.id = i.departure_id
    WHERE i.state = 'sent' AND i.channel = 'mail' AND i.series = 'retiree' AND d.language = 'sv'
    ORDER BY i.window_to DESC LIMIT 1)
  RETURNING id`;

async function asOwner<T extends pg.QueryResultRow>(sql: string, values: string[] = []) {
  const schema = z.object({ databasePassword: z.string(), databasePort: z.number() });
  const file: unknown = JSON.parse(readFileSync(`${directory()}/installation.json`, "utf8"));
  const { databasePassword: password, databasePort: port } = schema.parse(file);
  const at = { host: "127.0.0.1", port, user: "sorti_owner", password };
  const client = new pg.Client({ ...at, database: "sorti_employer" });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

test("from the link in a reminder a person stops reminders, sees it confirmed, and may change their mind", async ({
  page,
}) => {
  const [invitation] = await asOwner<{ id: string }>(LONG_AGO);
  const { printed } = await runSorti({ SORTI_DATA_DIR: directory() }, "remind");
  expect(printed).toContain("Reminders queued: 1.");
  const wish = async () => {
    const sql = "SELECT wish FROM identity.invitations WHERE id = $1";
    return (await asOwner<{ wish: string }>(sql, [invitation?.id ?? ""]))[0]?.wish;
  };

  await expect(async () => {
    await page.goto(`${origin()}/inbox`);
    await page.getByRole("link", { name: /^Påminnelse/ }).click({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText("Har du redan svarat? Bortse från detta.")).toBeVisible();
  await page.locator('a[href*="/reminders#"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("påmind om enkäten");
  expect(page.url(), "the token leaves the address bar at once").toBe(`${origin()}/reminders`);
  expect(await wish(), "opening the page changes nothing").toBe("usual");

  await page.getByRole("button", { name: "Påminn mig inte mer" }).click();
  const told = page.getByRole("heading", { name: "Du får inga fler påminnelser" });
  await expect(told).toBeFocused();
  expect(await wish()).toBe("stopped");
  await page.getByRole("button", { name: "Ångra" }).click();
  await expect(page.getByRole("heading", { name: /som vanligt$/ })).toBeFocused();
  expect(await wish()).toBe("usual");
});
