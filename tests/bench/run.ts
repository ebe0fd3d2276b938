import { ensureBuild } from "@/lib/cli/build";
import { answering } from "./answering";
import { audit } from "./audit";
import { dashboard } from "./dashboard";
import { type Extent, jsonOf, type Section, tableOf } from "./figures";
import { imports } from "./import";
import { onOwnInstallation } from "./installation";
import { mix } from "./mix";
import { page } from "./page";
import { protocol } from "./protocol";
import { reportDay } from "./report-day";
import { start } from "./start";

/** `npm run bench [-- --quick] [-- --json] [-- section …]`: measures, prints one table, judges nothing. */

const SECTIONS: Readonly<Record<string, (extent: Extent) => Promise<Section>>> = {
  protocol,
  answering,
  page,
  mix,
  audit,
  dashboard,
  import: imports,
  "report-day": reportDay,
  start,
};

const words = process.argv.slice(2);
const extent: Extent = { quick: words.includes("--quick") };
const asked = words.filter((word) => !word.startsWith("--"));
const chosen = Object.entries(SECTIONS).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no such section. There are: ${Object.keys(SECTIONS).join(", ")}.\n`,
  );
  process.exit(1);
}

// What is measured within this process needs no page.
const NO_PAGES = new Set(["import", "audit"]);
if (chosen.some(([name]) => !NO_PAGES.has(name))) {
  await ensureBuild((line) => process.stderr.write(`${line}\n`));
}
await onOwnInstallation(async () => {
  const sections: Section[] = [];
  for (const [name, measure] of chosen) {
    process.stderr.write(`Measuring ${name} …\n`);
    sections.push(await measure(extent));
  }
  process.stdout.write(`${words.includes("--json") ? jsonOf(sections) : tableOf(sections)}\n`);
});
process.exit(0);
