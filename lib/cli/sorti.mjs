#!/usr/bin/env node
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, ROOT } from "./bootstrap.mjs";

const program = prepare();
// Files are named from where one stands, everything else from the folder of the installation.
Object.assign(process.env, { SORTI_CALLED_FROM: process.cwd(), SORTI_PROGRAM: program });
process.chdir(ROOT);
await import(pathToFileURL(path.join(program, "lib/cli/main.js")).href);
