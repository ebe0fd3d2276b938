import { WrongTurn } from "@/app/_shell/wrong-turn";

export default function NotFound() {
  return <WrongTurn of="notFound" />;
}
