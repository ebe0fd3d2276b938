import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Not the developers' zone, and not a whole hour from UTC: a date rule that leans on either shows.
const zone = { env: { TZ: "Asia/Kathmandu" } };
const shared = { ...zone, setupFiles: ["tests/support/same-dice.ts"] };

const unit = {
  // Nothing here keeps anything between tests, so what is imported is evaluated once and not for each file.
  isolate: false,
  // Whole years of a region are worked through; on a busy machine that takes longer than 5 s.
  testTimeout: 60_000,
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
        test: { ...zone, ...unit, name: "other-dice" },
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
