import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Not the developers' zone, and not a whole hour from UTC: a date rule that leans on either shows.
const zone = { TZ: "Asia/Kathmandu" };

// A limit ends what hangs; it never says that something is slow. A machine that does twenty things takes twenty times
// as long, and vitest's own limits are 1, 5 and 10 s.
const patient = {
  env: zone,
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 120_000 } },
};
const shared = { ...patient, setupFiles: ["tests/support/dice-setup.ts"] };

const unit = {
  // Nothing here keeps anything between tests, so what is imported is evaluated once and not for each file.
  isolate: false,
  include: ["tests/unit/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
};

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: {
      "server-only": fileURLToPath(new URL("./tests/support/server-only.ts", import.meta.url)),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { ...shared, ...unit, name: "unit" },
      },
      {
        extends: true,
        // Every property with examples of this run only; fast-check says with which seed one fell.
        test: { ...patient, ...unit, name: "other-dice" },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["tests/integration/**/*.long.test.ts"],
          globalSetup: ["tests/support/cluster-setup.ts"],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "attack",
          include: ["tests/attack/**/*.test.ts"],
          exclude: ["tests/attack/**/*.long.test.ts"],
          globalSetup: ["tests/support/cluster-setup.ts"],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "long",
          include: ["tests/**/*.long.test.ts"],
          globalSetup: ["tests/support/cluster-setup.ts"],
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
