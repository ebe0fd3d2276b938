#!/usr/bin/env node
import { handOver, prepare } from "./bootstrap.mjs";

prepare();
handOver("lib/cli/main.ts", process.argv.slice(2));
