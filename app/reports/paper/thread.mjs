// A thread is started with plain Node; this lets it read TypeScript as the process around it does.
import { register } from "tsx/esm/api";

register();
await import("./thread.tsx");
