import { expect } from "@playwright/test";
import { openUntil } from "../support/again";
import { runSorti } from "../support/command";
import { inDemonstration } from "../support/demonstration-database";
import { directory, origin, test } from "../support/visitor";

/** The invitation of one who retires went twenty days ago: a reminder is due. */
const LONG_AGO = `
  UPDATE identity.invitations SET sent_at = sent_at - interval '20 days'
  WHERE id = (
    SELECT i.id FROM identity.invitations i JOIN identity.departures d ON d.id = i.departure_id
    WHERE i.state = 'sent' AND i.channel = 'mail' AND i.series = 'retiree' AND d.language = 'sv'
    ORDER BY i.window_to DESC LIMIT 1)
  RETURNING id`;

test("from the link in a reminder a person stops reminders, sees it confirmed, and may change their mind", async ({
  page,
}) => {
  const [invitation] = await inDemonstration<{ id: string }>("employer", LONG_AGO);
  const { printed } = await runSorti({ SORTI_DATA_DIR: directory() }, "remind");
  expect(printed).toContain("Reminders queued: 1.");
  const wish = async () => {
    const sql = "SELECT wish FROM identity.invitations WHERE id = $1";
    const id = invitation?.id ?? "";
    return (await inDemonstration<{ wish: string }>("employer", sql, [id]))[0]?.wish;
  };

  const reminder = page.getByRole("link", { name: /^Påminnelse/ });
  await openUntil(page, `${origin()}/inbox`, reminder);
  await reminder.click();
  await expect(page.getByText("Har du redan svarat? Bortse från detta.")).toBeVisible();
  const link = page.locator('a[href*="/reminders#"]');
  const mangled = ((await link.getAttribute("href")) ?? "").replace("#", "%23");
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("påmind om enkäten");
  await expect(page, "the token leaves the address bar").toHaveURL(`${origin()}/reminders`);
  expect(await wish(), "opening the page changes nothing").toBe("usual");

  await page.getByRole("button", { name: "Påminn mig inte mer" }).click();
  const told = page.getByRole("heading", { name: "Du får inga fler påminnelser" });
  await expect(told).toBeFocused();
  expect(await wish()).toBe("stopped");
  await page.getByRole("button", { name: "Ångra" }).click();
  await expect(page.getByRole("heading", { name: /som vanligt$/ })).toBeFocused();
  expect(await wish()).toBe("usual");

  await page.goto(mangled);
  await expect(page.getByRole("button", { name: "Påminn mig inte mer" })).toBeVisible();
  await expect(page, "also when a mail programme wrote %23").toHaveURL(`${origin()}/reminders`);
});

test("from a report's page a person subscribes, confirms in the mail, and ends it; a reader of feeds finds the feed", async ({
  page,
}) => {
  const address = "anna.ek@politik.example";
  const known = () =>
    inDemonstration<{ confirmed: boolean }>(
      "collector",
      "SELECT confirmed FROM subscription.subscribers WHERE email = $1",
      [address],
    );
  await page.goto(`${origin()}/reports`);
  const feeds = await page.locator('link[type="application/atom+xml"]').evaluateAll((links) =>
    Promise.all(
      links.map(async (link) => {
        const path = new URL(link.getAttribute("href") ?? "", location.href).pathname;
        const xml = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/xml");
        const names = (parent: Element) => [...parent.children].map(({ localName }) => localName);
        const entries = [...xml.getElementsByTagName("entry")].map(names);
        const { namespaceURI, localName } = xml.documentElement;
        return { namespaceURI, localName, said: names(xml.documentElement), entries };
      }),
    ),
  );
  expect(feeds).toHaveLength(2);
  for (const { namespaceURI, localName, said, entries } of feeds) {
    expect([namespaceURI, localName]).toEqual(["http://www.w3.org/2005/Atom", "feed"]);
    expect(said).toEqual(expect.arrayContaining(["id", "title", "updated", "author", "link"]));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry).toEqual(expect.arrayContaining(["id", "title", "updated", "link", "summary"]));
    }
  }

  await page.getByRole("link", { name: "Få ett mejl när nästa rapport publiceras" }).click();
  const field = page.getByLabel("E-postadress");
  await field.fill("anna.ek@");
  await page.getByRole("button", { name: "Prenumerera" }).click();
  await expect(page.getByText(/^Skriv en hel e-postadress/).first()).toBeVisible();
  await expect(field, "what was typed is still there").toHaveValue("anna.ek@");
  await field.fill(address);
  await page.getByRole("button", { name: "Prenumerera" }).click();
  await expect(page.getByText(/får den strax ett mejl/)).toBeVisible();
  const request = page.getByRole("link", { name: /^Bekräfta: mejl om/ });
  await openUntil(page, `${origin()}/inbox`, request);
  await request.click();
  await page.locator('a[href*="/subscription#"]').click();
  await expect(page, "the token leaves the address bar").toHaveURL(`${origin()}/subscription`);
  expect(await known(), "opening the page changes nothing").toEqual([{ confirmed: false }]);
  await page.getByRole("button", { name: "Ja, skicka mejl om rapporter" }).click();
  await expect(page.getByRole("heading", { name: "Prenumerationen är klar" })).toBeFocused();
  expect(await known()).toEqual([{ confirmed: true }]);
  await page.getByRole("button", { name: "Avsluta och ta bort adressen" }).click();
  await expect(page.getByRole("heading", { name: "Adressen är borttagen" })).toBeFocused();
  expect(await known()).toEqual([]);
});
