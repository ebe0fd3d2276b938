import { expect, test } from "vitest";
import { notEndedWithin } from "@/lib/cli/ending";

const never = new Promise(() => undefined);

test("a server that ends waits for what runs, and no longer than it was told to", async () => {
  const soon = new Promise((resolve) => setTimeout(resolve, 20));
  expect(await notEndedWithin(5_000, { requests: soon, jobs: undefined })).toEqual([]);
  expect(await notEndedWithin(20, { requests: soon, jobs: never })).toEqual(["jobs"]);
});

test("work that fails while it ends holds nobody up", async () => {
  expect(await notEndedWithin(5_000, { jobs: Promise.reject(new Error("x")) })).toEqual([]);
});
