import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "./tests/support/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  // Emptied at each start: what the other checks write beside it stays.
  outputDir: "test-results/browser",
  globalSetup: "./tests/support/e2e-setup.ts",
  workers: 1,
  // What is waited for is a state; these only end what would never come, on a machine that is ten times slower too.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    locale: "sv-SE",
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
  },
});
