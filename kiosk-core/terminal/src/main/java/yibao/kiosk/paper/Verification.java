package yibao.kiosk.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.templates.DocumentTemplates;
import yibao.templates.proof.VerificationCode;

/** Checks what a scanned verification code says, with the keys this terminal knows; asks nobody. */
public final class Verification {
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final DocumentTemplates templates;
  private final Optional<String> published;

  /** What checking found. */
  public sealed interface Verdict {
    /**
     * The office issued it.
     *
     * @param title what the paper is called
     * @param number its number
     * @param issuedOn the day on it
     * @param issuer the office
     * @param holder whose it is, masked
     */
    record Genuine(String title, String number, LocalDate issuedOn, String issuer, String holder)
        implements Verdict {}

    /** It was altered, or is not by the one it names. */
    record Forged() implements Verdict {}

    /** An office signed it whose key is not known here: elsewhere it may be found genuine. */
    record UnknownOffice() implements Verdict {}

    /** No verification code. */
    record NotACode() implements Verdict {}
  }

  /**
   * Checks with these keys.
   *
   * @param known of offices whose documents are recognised
   * @param templates tell what papers are called
   */
  public Verification(Collection<PublicKey> known, DocumentTemplates templates) {
    this(known, templates, Optional.empty());
  }

  private Verification(
      Collection<PublicKey> known, DocumentTemplates templates, Optional<String> published) {
    this.published = published;
    known.forEach(key -> keys.put(keyId(key), key));
    this.templates = templates;
  }

  /**
   * Checks with the keys of a seal file: the seal's own and those it trusts.
   *
   * @param templates tell what papers are called
   */
  public static Verification of(Optional<SealFile.Opened> seal, DocumentTemplates templates) {
    List<PublicKey> known = new ArrayList<>();
    seal.ifPresent(
        opened -> {
          known.add(opened.seal().codes().publicKey());
          known.addAll(opened.trusted());
        });
    return new Verification(known, templates, seal.map(SealFile.Opened::published));
  }

  /**
   * What others need to check this office's papers: the certificate of its codes, PEM; empty for a
   * terminal without a seal.
   */
  public Optional<String> published() {
    return published;
  }

  /** Checks the text of a QR symbol. */
  public Verdict check(String text) {
    return switch (VerificationCode.check(text.strip(), id -> Optional.ofNullable(keys.get(id)))) {
      case VerificationCode.Check.Genuine(VerificationCode code) ->
          new Verdict.Genuine(
              title(code.paper()), code.number(), code.issuedOn(), code.issuer(), code.holder());
      case VerificationCode.Check.Forged _ -> new Verdict.Forged();
      case VerificationCode.Check.UnknownKey _ -> new Verdict.UnknownOffice();
      case VerificationCode.Check.NotACode _ -> new Verdict.NotACode();
    };
  }

  private String title(String template) {
    return templates.names().contains(template) ? templates.title(template) : template;
  }

  /** The name under which codes call a key: eight hexadecimal digits of its SHA-256. */
  public static String keyId(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
