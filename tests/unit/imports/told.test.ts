import { describe, expect, test } from "vitest";
import { paced } from "@/app/api/import-drafts/paced";
import type { Pace } from "@/lib/imports/pace";

const NEXT = "/hr/import/1";
const asked = (accept: string) => new Request("https://x.example/", { headers: { accept } });
const watching = asked("application/x-ndjson");

async function work(pace: Pace): Promise<string> {
  for (const share of [0, 0.001, 0.5, 1]) await pace(share);
  return NEXT;
}

describe("an answer to a large file", () => {
  test("tells the page each hundredth once, and then where to go", async () => {
    const text = await (await paced(watching, work)).text();
    expect(text).toBe(`{"done":0}\n{"done":50}\n{"done":100}\n{"next":"${NEXT}"}\n`);
  });

  test("leads a browser without script to the same place", async () => {
    const { status, headers } = await paced(asked("text/html"), work);
    expect([status, headers.get("location")]).toEqual([303, NEXT]);
  });

  test("is not stopped by whoever leaves the page", async () => {
    const works: Promise<string>[] = [];
    const { body } = await paced(watching, (pace) => {
      const working = work(pace);
      works.push(working);
      return working;
    });
    await body?.cancel();
    expect(await Promise.all(works)).toEqual([NEXT]);
  });

  test("names no place when the work breaks off", async () => {
    const { body } = await paced(watching, () => Promise.reject(new Error("broken off")));
    await expect(new Response(body).text()).rejects.toThrow("broken off");
  });
});
