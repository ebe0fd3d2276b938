import { IMPORTS } from "./imports";
import { MAILED } from "./mailed";
import { type Operation, openApiDocument } from "./operation";
import { REPORTS } from "./reports";
import { SURVEY } from "./survey";

/** Every call that a program of somebody else's may make. */
const OPERATIONS: readonly Operation[] = [...SURVEY, ...MAILED, ...IMPORTS, ...REPORTS];

/** The version of the interface that these calls are. */
const VERSION = "1.0.0";

export const DOCUMENT = openApiDocument(OPERATIONS, VERSION);
