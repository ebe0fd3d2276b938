import { applyMigrations } from "@/lib/db/schema-engine";

/** A process of its own that applies one side's migrations, for whoever wants to kill it: SIDE URL. */
const [side = "", url = ""] = process.argv.slice(2);
if (side !== "employer" && side !== "collector") throw new Error("employer or collector?");
await applyMigrations(url, side);
