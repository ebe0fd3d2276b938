import { CommanderError } from "commander";
import { sortiProgram } from "@/lib/cli/program";
import { sentenceFor } from "@/lib/cli/sentence";

// The channel to the process that started this one must not keep a finished command alive.
process.channel?.unref();

try {
  const program = await sortiProgram(process.argv[2]);
  await program.parseAsync(process.argv);
} catch (cause) {
  if (cause instanceof CommanderError) process.exit(cause.exitCode);
  process.stderr.write(`${sentenceFor(cause)}\n`);
  process.exit(1);
}
