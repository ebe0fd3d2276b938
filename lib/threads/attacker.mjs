// A process is started with plain Node; this lets it read TypeScript as the one that started it does.
import { register } from "tsx/esm/api";

register();
await import("./attacker.ts");
