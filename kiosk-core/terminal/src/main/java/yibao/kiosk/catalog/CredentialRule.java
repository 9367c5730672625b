package yibao.kiosk.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which credentials an item accepts; none accepted means none is needed.
 *
 * @param accepts one of these must be shown
 * @param documents the kinds of 有效身份证件 meant, when that credential is accepted
 */
public record CredentialRule(Set<Credential> accepts, Set<IdentityDocument> documents) {

  public CredentialRule {
    accepts = ordered(accepts, Credential.class);
    documents = ordered(documents, IdentityDocument.class);
  }

  /** Any of the three credentials, any kind of document. */
  public static CredentialRule any() {
    return new CredentialRule(
        EnumSet.allOf(Credential.class), EnumSet.allOf(IdentityDocument.class));
  }

  /** The journey starts without a credential. */
  public static CredentialRule none() {
    return new CredentialRule(Set.of(), Set.of());
  }

  /** Whether a credential must be shown at all. */
  public boolean isRequired() {
    return !accepts.isEmpty();
  }

  /** Whether this credential will do. */
  public boolean accepts(Credential credential) {
    return accepts.contains(credential);
  }

  /** Whether this kind of identity document will do. */
  public boolean accepts(IdentityDocument document) {
    return accepts(Credential.IDENTITY_DOCUMENT) && documents.contains(document);
  }

  private static <E extends Enum<E>> Set<E> ordered(Set<E> values, Class<E> type) {
    var set = EnumSet.noneOf(type);
    set.addAll(values);
    return Collections.unmodifiableSet(set);
  }
}
