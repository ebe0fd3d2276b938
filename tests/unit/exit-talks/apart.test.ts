import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

async function reached(from: readonly string[]): Promise<readonly string[]> {
  const tsConfig = extractConfig("tsconfig.json");
  const options = { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true };
  const { output } = await cruise([...from], options, {}, { tsConfig });
  return (output as ICruiseResult).modules.map(({ source }) => source);
}

const SURVEY =
  /^(components\/survey|lib\/(answering|inbox|mixing|credential|links|releases|sealing|survey|guard|rounds)|app\/api\/survey)\//;

describe("there is no way between the exit talk and the survey", () => {
  it("from the talk's page, its list and its rules to anything that knows answers, credentials or links", async () => {
    const modules = await reached(["app/exit-talk", "lib/exit-talks", "app/hr/exit-talks"]);
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.filter((module) => SURVEY.test(module))).toEqual([]);
  });

  it("from the survey's page and its calls to the talk", async () => {
    const modules = await reached(["components/survey", "lib/answering", "app/api/survey"]);
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.filter((module) => module.includes("exit-talk"))).toEqual([]);
  });
});
