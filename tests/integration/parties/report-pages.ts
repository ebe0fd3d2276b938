import { expect } from "vitest";
import { asOwner } from "../../support/databases";
import { NOW, TODAY, type TwoParties } from "../../support/two-parties";

const COMMENT = "Vi har börjat med schemat.";

/** HR's comment, as it is signed at the employer's. */
export async function signComment(): Promise<void> {
  await asOwner(
    "employer",
    "INSERT INTO identity.report_comments VALUES ($1, 1, 'HR-direktören', $2, 'hr', $3)",
    [NOW, COMMENT, TODAY],
  );
}

const REPORT = `/reports/${NOW}`;
const PAGES = [
  ...[REPORT, `${REPORT}/data`, `${REPORT}/v/1`],
  ...["/reports", "/reports/compare", "/reports/definitions"],
];
const FILES = [
  ...["/reports/feed.xml", "/reports/catalog.jsonld"],
  ...[`${REPORT}.pdf`, `${REPORT}/data.csv`],
];

/** Every page and file of a published report, at the external party's and nowhere else. */
export async function reportPagesHold({ issuers, collectors }: TwoParties): Promise<void> {
  for (const path of PAGES) {
    const reply = await fetch(collectors.origin + path);
    const said = await reply.text();
    expect([reply.status, /<script|home\.example/.test(said)], path).toEqual([200, false]);
  }
  const page = await (await fetch(collectors.origin + REPORT)).text();
  expect(page).toContain(COMMENT);
  expect(page).toContain("Björken");
  for (const path of FILES) {
    const reply = await fetch(collectors.origin + path);
    expect([reply.status, (await reply.text()).length > 400], path).toEqual([200, true]);
  }
  for (const path of [...PAGES, ...FILES]) {
    expect((await fetch(issuers.origin + path)).status, `issuer ${path}`).toBe(404);
  }
}
