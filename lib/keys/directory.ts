import path from "node:path";
import { env } from "@/lib/env";

/** Where this installation keeps its key files: outside every database, and outside every backup. */
export function keyDirectory(): string {
  return path.resolve(env().SORTI_DATA_DIR, "keys");
}
