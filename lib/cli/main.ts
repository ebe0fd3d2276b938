import { CommanderError } from "commander";
import { sortiProgram } from "@/lib/cli/program";
import { sentenceFor } from "@/lib/cli/sentence";

try {
  const program = await sortiProgram(process.argv[2]);
  await program.parseAsync(process.argv);
} catch (cause) {
  if (cause instanceof CommanderError) process.exit(cause.exitCode);
  process.stderr.write(`${sentenceFor(cause)}\n`);
  process.exit(1);
}
