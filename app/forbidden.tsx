import { VisitorHere } from "@/app/_shell/visitor-here";
import { WrongTurn } from "@/app/_shell/wrong-turn";

export default function Forbidden() {
  return <WrongTurn of="forbidden" visitor={<VisitorHere />} />;
}
