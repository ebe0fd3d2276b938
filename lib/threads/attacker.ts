import { selfAttack } from "@/lib/cli/self-attack";
import type { AttackAnswer } from "./attacking";

const failed = (cause: unknown): AttackAnswer => ({
  failed: cause instanceof Error ? cause.name : "unknown",
});

process.once("message", async () => {
  const answer = await selfAttack("whatever there is").then((report) => ({ report }), failed);
  process.send?.(answer, () => process.exit(0));
});
// Whoever asked is gone.
process.once("disconnect", () => process.exit(0));
