import type { Command } from "commander";
import { quarterOfText } from "@/lib/cli/custodian";
import { withInstallation } from "@/lib/cli/with-installation";
import { allAtoms, allCells, publicReceipts } from "@/lib/releases/data";

/** `sorti release show QUARTER` */
export function releaseCommands(program: Command): void {
  const group = program.command("release").description("what has been released");
  group
    .command("show <quarter>")
    .description("the atoms and cells that a quarter's mix released")
    .option("--json", "for programs")
    .action(async (text: string, options: { json?: boolean }) => {
      const quarter = quarterOfText(text);
      await withInstallation(async () => {
        const atoms = (await allAtoms()).filter((atom) => atom.to === quarter);
        const cells = (await allCells()).filter((cell) => cell.to === quarter);
        const receipts = await publicReceipts(quarter);
        if (options.json) console.log(JSON.stringify({ quarter, atoms, cells, receipts }));
        else if (!receipts) console.log(`${quarter} is not mixed.`);
        else
          console.log(
            `${quarter}: ${atoms.length} unit results, ${cells.length} pictures, ${receipts.reached.length} answers counted.`,
          );
      });
    });
}
