import { demoRegion } from "@/lib/demo/region";
import { quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";

/**
 * Prints the addresses of those whom the demonstration keeps unanswered, one a line. A program of its own,
 * since the browser tests' loader cannot read the region's JSON.
 */
const today = dayAt(new Date());
const { departures, visitors } = demoRegion(quarterOf(today), today);
for (const { employeeRef, email, privateEmail } of departures) {
  const address = privateEmail ?? email;
  if (address && visitors.includes(employeeRef)) process.stdout.write(`${address}\n`);
}
