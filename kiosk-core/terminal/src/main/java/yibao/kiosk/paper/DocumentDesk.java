package yibao.kiosk.paper;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.identity.Masking;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;
import yibao.templates.proof.DocumentSigner;
import yibao.templates.proof.VerificationCode;

/** Issues A4 documents: number, seal, verification code, signature. */
public final class DocumentDesk {
  private static final String NUMBER = "number";
  private static final String CODE = "verify";
  private static final int TAIL = 4;

  private final Supplier<DocumentTemplates> templates;
  private final Supplier<Optional<Seal>> seal;
  private final DocumentNumbers numbers;
  private final IssueLog log;
  private final Supplier<Optional<String>> clockDoubt;
  private final InstantSource time;
  private final ZoneId zone;

  /**
   * A desk of one terminal.
   *
   * @param templates those of the region as it is served now
   * @param seal what sealed documents need; without it only forms are made
   * @param log hears of every numbered document
   * @param clockDoubt why the clock cannot be right, empty where it can
   */
  public DocumentDesk(
      Supplier<DocumentTemplates> templates,
      Supplier<Optional<Seal>> seal,
      DocumentNumbers numbers,
      IssueLog log,
      Supplier<Optional<String>> clockDoubt,
      InstantSource time,
      ZoneId zone) {
    this.templates = templates;
    this.seal = seal;
    this.numbers = numbers;
    this.log = log;
    this.clockDoubt = clockDoubt;
    this.time = time;
    this.zone = zone;
  }

  /** Whether this terminal may issue a paper: one with a seal only where it has one. */
  boolean issues(String template) {
    return issues(templates.get(), template);
  }

  private boolean issues(DocumentTemplates templates, String template) {
    return templates.names().contains(template)
        && (seal.get().isPresent() || !templates.declares(template, CODE));
  }

  /** The paper of a material that the lists name; empty where there is none. */
  Optional<FormPaper> form(String material) {
    DocumentTemplates now = templates.get();
    return now.ofForm(material).map(name -> new FormPaper(now, name));
  }

  void cameOut(Paper paper, String outcome) {
    log.cameOut(paper, outcome);
  }

  Issue issue(String template, Map<String, ?> fields) {
    // One document is of one template, however often its pages are asked for.
    DocumentTemplates now = templates.get();
    if (!issues(now, template)) {
      return new Issue.Withheld(Issue.Reason.NO_SEAL);
    }
    boolean sealed = now.declares(template, CODE);
    boolean doubtful = clockDoubt.get().isPresent();
    if (sealed && doubtful) {
      return new Issue.Withheld(Issue.Reason.CLOCK);
    }
    ZonedDateTime at = time.instant().atZone(zone);
    LocalDate today = at.toLocalDate();
    Map<String, Object> all = new HashMap<>(fields);
    all.putIfAbsent("filledOn", today);
    all.putIfAbsent("issuedOn", today);
    seal.get().ifPresent(sealing -> seal(all, sealing));
    Optional<String> code = Optional.empty();
    if (sealed) {
      all.computeIfAbsent(NUMBER, _ -> numbers.next(today));
      code = seal.get().map(sealing -> code(template, all, sealing, today));
      code.ifPresent(text -> all.put(CODE, text));
      log.issued(template, all.get(NUMBER).toString());
    }
    return new Issue.Issued(
        new IssuedDocument(
            template,
            Optional.ofNullable(all.get(NUMBER)).map(Object::toString),
            code,
            reprint -> paint(now, template, all, reprint, at, !doubtful)));
  }

  /** A paper to be filled in by hand, which bears neither seal nor signature. */
  Issue blank(String template, Map<String, ?> known) {
    DocumentTemplates now = templates.get();
    ZonedDateTime at = time.instant().atZone(zone);
    Map<String, Object> all = new HashMap<>(known);
    seal.get().ifPresent(sealing -> all.put("office", sealing.issuer()));
    return new Issue.Issued(
        new IssuedDocument(
            template,
            Optional.empty(),
            Optional.empty(),
            reprint -> now.blank(template, copy(all, reprint), at)));
  }

  private static Map<String, Object> copy(Map<String, Object> fields, int reprint) {
    Map<String, Object> all = new HashMap<>(fields);
    if (reprint > 0) {
      all.put("reprint", reprint);
    }
    return all;
  }

  private Document paint(
      DocumentTemplates templates,
      String template,
      Map<String, Object> fields,
      int reprint,
      ZonedDateTime at,
      boolean signing) {
    Document document = templates.render(template, copy(fields, reprint), at);
    return seal.get()
        .map(
            sealing ->
                document.signed(
                    new DocumentSigner(sealing.documents().key(), sealing.documents().chain()),
                    at.toInstant(),
                    zone))
        .orElse(document);
  }

  private static void seal(Map<String, Object> all, Seal seal) {
    all.put("issuer", seal.issuer());
    all.put("office", seal.issuer());
    all.put("sealName", seal.name());
    seal.image().ifPresent(image -> all.put("sealImage", image));
  }

  private static String code(
      String template, Map<String, Object> fields, Seal seal, LocalDate today) {
    return new VerificationCode(
            Verification.keyId(seal.codes().publicKey()),
            template,
            text(fields, NUMBER),
            today,
            seal.issuer(),
            (Masking.name(text(fields, "name")) + " " + tail(text(fields, "certno"))).strip())
        .sign(seal.codes().key());
  }

  private static String text(Map<String, Object> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(Object::toString).orElse("");
  }

  private static String tail(String number) {
    return number.length() < 2 * TAIL ? "" : number.substring(number.length() - TAIL);
  }
}
