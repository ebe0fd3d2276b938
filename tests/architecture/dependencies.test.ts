import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const text = readFileSync("docs/security/dependencies.md", "utf8");

const entry = z.looseObject({
  ...{ version: z.string().optional(), license: z.string().optional() },
  ...{ integrity: z.string().optional(), resolved: z.string().optional() },
  ...{ dev: z.boolean().optional(), optional: z.boolean().optional() },
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .looseObject({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const packages = Object.entries(lock.packages)
  .filter(([place]) => place !== "")
  .map(([place, one]) => ({ ...one, place, name: place.replace(/^.*node_modules\//, "") }));

/** Programs for other machines than the lockfile was made on, of which it knows names and versions alone. */
const isElsewhere = ({ integrity, license, optional }: z.infer<typeof entry>) =>
  optional === true && !integrity && !license;

/** Rows of the table under a heading, each as its cells. */
function table(heading: string): string[][] {
  const [, section = ""] = text.split(`## ${heading}\n`);
  const [block = ""] = section.split("\n## ");
  const lines = block.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(1).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("what comes from elsewhere", () => {
  test("is pinned by the lockfile: each package by one version and one checksum, from a registry alone", () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter((one) => one.version === undefined)).toEqual([]);
    expect(packages.filter((one) => !one.integrity && !isElsewhere(one))).toEqual([]);
    expect(packages.filter((one) => /^(git|file|http:)/.test(one.resolved ?? ""))).toEqual([]);
    const own = JSON.parse(readFileSync("package.json", "utf8"));
    const wanted = Object.values({ ...own.dependencies, ...own.devDependencies }).map(String);
    expect(wanted.filter((version) => !/^\d+[.]\d+[.]\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("runs nothing while it is installed, and whoever would run something is known", () => {
    expect(readFileSync("lib/cli/bootstrap.mjs", "utf8")).toContain('"--ignore-scripts"');
    const scripts = packages.filter((one) => one.hasInstallScript).map(({ name }) => name);
    const known = table("Packages with a script of installation").flatMap(([names = ""]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
    const isKnown = (name: string) =>
      known.some((one) => (one.endsWith("/…") ? name.startsWith(one.slice(0, -1)) : name === one));
    expect(scripts.filter((name) => !isKnown(name))).toEqual([]);
  });

  test("has a licence that is allowed, and the list of them is as the lockfile has it", () => {
    const known = packages.filter((one) => !isElsewhere(one));
    const found = new Set(known.map(({ license, name }) => license ?? `none named: ${name}`));
    const allowed = table("Licences").map(([licence = ""]) => licence);
    expect([...found].filter((licence) => !allowed.includes(licence))).toEqual([]);
    expect(allowed.filter((licence) => !found.has(licence))).toEqual([]);
  });
});
