package yibao.kiosk.hardware;

import yibao.kiosk.identity.IdentityDocument;

/** What happens at the place where an identity card is laid. */
public sealed interface IdCardEvent {

  /** A card has been found and is being read. */
  record Reading() implements IdCardEvent {}

  /** The card has been read. */
  record Read(IdentityDocument document) implements IdCardEvent {}

  /**
   * The card could not be read.
   *
   * @param code stable code of the fault, e.g. {@code moved-too-early}
   */
  record Failed(String code) implements IdCardEvent {}

  /** The card has been taken away. */
  record Removed() implements IdCardEvent {}
}
