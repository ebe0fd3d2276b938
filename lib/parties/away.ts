/** The other party gave no usable answer. What was asked may be asked again: every question is safe to repeat. */
export class OtherPartyAway extends Error {
  override readonly name = "OtherPartyAway";
}
