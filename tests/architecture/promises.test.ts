import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A small tree in which every promise is broken once: file → what it imports. */
const BROKEN: Readonly<Record<string, string>> = {
  "lib/inbox/mutations.ts": "../departures/data",
  "lib/mixing/mutations.ts": "../invitations/mutations",
  "lib/releases/data.ts": "../units/data",
  "lib/departures/data.ts": "./row",
  "lib/departures/row.ts": "",
  "lib/invitations/mutations.ts": "../departures/row",
  "lib/units/data.ts": "../departures/row",
  "lib/auth/require.ts": "",
  "lib/answering/session.ts": "../auth/require",
  "lib/doors/survey/responses.ts": "@/lib/departures/row",
  "lib/doors/survey/credential.ts": "@/lib/inbox/mutations",
  "lib/reminders/mutations.ts": "../credential/data",
  "lib/invited/data.ts": "../credential/data",
  "lib/credential/data.ts": "",
  "app/reports/page.tsx": "@/lib/departures/data",
  "app/exit-talk/actions.ts": "@/lib/exit-talks/data",
  "lib/exit-talks/data.ts": "../inbox/mutations",
  "lib/doors/survey/manifest.ts": "@/lib/exit-talks/data",
  "components/ui/table.tsx": "@/lib/departures/row",
  "lib/disclosure/atoms.ts": "../departures/data",
  "lib/audit/attack.ts": "../disclosure/atoms",
};

type Violation = { readonly rule: { readonly name: string }; readonly from: string };

describe("an import that would break a promise fails the build", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-promises-"));
  let found: readonly Violation[] = [];

  beforeAll(() => {
    for (const [file, imported] of Object.entries(BROKEN)) {
      const place = path.join(folder, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, `${imported ? `import "${imported}";\n` : ""}export const here = 1;\n`);
    }
    const paths = {
      compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./*"] } },
    };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(paths));
    const tool = path.resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = path.resolve(".dependency-cruiser.cjs");
    const args = [tool, "app", "components", "lib", "--config", config, "--output-type", "json"];
    const text = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    found = (JSON.parse(text) as { summary: { violations: Violation[] } }).summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["answers-know-no-person", "lib/inbox/mutations.ts"],
    ["answers-know-no-person", "lib/mixing/mutations.ts"],
    ["answers-know-no-person", "lib/releases/data.ts"],
    ["the-collector-never-meets-people", "lib/doors/survey/responses.ts"],
    ["the-collector-never-meets-people", "lib/answering/session.ts"],
    ["the-issuer-never-meets-answers", "lib/doors/survey/credential.ts"],
    ["mails-never-ask-who-answered", "lib/reminders/mutations.ts"],
    ["mails-never-ask-who-answered", "lib/invited/data.ts"],
    ["exit-talks-know-no-survey", "lib/exit-talks/data.ts"],
    ["exit-talks-know-no-survey", "app/exit-talk/actions.ts"],
    ["the-collector-never-meets-people", "lib/doors/survey/manifest.ts"],
    ["public-report-reads-only-snapshots", "app/reports/page.tsx"],
    ["ui-knows-no-domain", "components/ui/table.tsx"],
    ["core-is-pure", "lib/disclosure/atoms.ts"],
    ["the-attacker-shares-no-code", "lib/audit/attack.ts"],
  ])("%s catches %s", (rule, file) => {
    expect(found.filter((one) => one.rule.name === rule).map((one) => one.from)).toContain(file);
  });
});
