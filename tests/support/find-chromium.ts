import { chromiumPath } from "./chromium";

// Once and alone, before the checks that need a browser: two that install it at the same time would both fail.
process.stdout.write(`${chromiumPath()}\n`);
