import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Tables that are no figures of HR's to take along, each with why. */
const WITHOUT_FILE: Readonly<Record<string, string>> = {
  "components/hr/import-formats.tsx": "describes the columns of a file",
  "components/hr/import-plan.tsx": "its file is one for all the tables of a plan",
  "components/hr/import-problems.tsx": "its file is one for all the tables of a draft",
  "app/hr/letters/page.tsx": "which envelope is for which unit shall not lie in a file",
};

/** The two that draw a table and its files together. */
const FILED = ["components/hr/filed-table.tsx", "components/hr/answers-table.tsx"];

const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));
const sources = [...under("components/hr"), ...under("app/hr")].filter((file) =>
  file.endsWith(".tsx"),
);
const textOf = (file: string) => readFileSync(file, "utf8");

test("every table on HR's pages can be fetched as CSV and Excel, or it is written why not", () => {
  const drawing = sources.filter((file) => /<Table[\s>]|<table[\s>]/.test(textOf(file)));
  expect(drawing.toSorted()).toEqual([...FILED, ...Object.keys(WITHOUT_FILE)].toSorted());
  for (const file of FILED) expect(textOf(file), file).toContain("<Downloads href={file}");
});

test("every address of a file that HR's pages name has its route", () => {
  const routes = under("app/hr/downloads")
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => path.dirname(file).replaceAll(/\[\w+\]/g, "*"));
  const naming = [...under("components/hr"), ...sources].filter((file) => /\.tsx?$/.test(file));
  const named = naming.flatMap((file) =>
    [...textOf(file).matchAll(/["`](\/hr\/downloads\/[^"`?]+)/g)].map(
      ([, address = ""]) => `app${address.replaceAll(/\$\{[^}]+\}/g, "*")}`,
    ),
  );
  expect(named.length).toBeGreaterThan(8);
  // Of what lies right under the folder, the name is a value that the compiler knows.
  const unknown = named.filter((one) => one !== "app/hr/downloads/*" && !routes.includes(one));
  expect(unknown).toEqual([]);
});
