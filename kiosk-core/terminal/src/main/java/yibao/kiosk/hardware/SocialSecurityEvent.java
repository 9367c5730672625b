package yibao.kiosk.hardware;

import yibao.kiosk.identity.SocialSecurityCard;

/** What happens at the slot for social-security cards. */
public sealed interface SocialSecurityEvent {

  /** A card is in the slot and is being read. */
  record Reading() implements SocialSecurityEvent {}

  /** The card has been read. */
  record Read(SocialSecurityCard card) implements SocialSecurityEvent {}

  /**
   * The card could not be read.
   *
   * @param code stable code of the fault, e.g. {@code ss-card-mute}
   */
  record Failed(String code) implements SocialSecurityEvent {}

  /** The card has been pulled out. */
  record Removed() implements SocialSecurityEvent {}
}
