import { expect, test } from "vitest";
import { leaksOrder } from "@/lib/attack/order";
import { repeatedRounds } from "./support/repeated";

test("60 quarters of 200 people: who lays every order on the disk beside the counted answers links as many as by chance", async () => {
  const figures = await repeatedRounds(60, 200);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  for (const [view, { links }] of Object.entries(figures)) {
    expect(leaksOrder(links), view).toBe(false);
  }
}, 3_600_000);
