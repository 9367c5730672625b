package yibao.kiosk.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.DocumentStation;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.paper.Issue;
import yibao.kiosk.paper.IssuedDocument;
import yibao.kiosk.paper.Papers;

/**
 * Tries a device for a technician. Says that something was read and of which kind, never what it
 * said.
 */
public final class DeviceTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String NOTHING = "15 秒内没有读到";

  private static final String TEST_PAPER = "self-test";

  private final Readers readers;
  private final ReceiptStation receipts;
  private final DocumentStation documents;
  private final Papers papers;

  /**
   * How a try ended.
   *
   * @param good whether the device did what it is for
   * @param text what it did, for people
   */
  public record Tried(boolean good, String text) {
    static Tried well(String text) {
      return new Tried(true, text);
    }

    static Tried badly(String text) {
      return new Tried(false, text);
    }
  }

  /**
   * @param readers where credentials are shown
   * @param receipts the receipt printer
   * @param documents the A4 printer
   * @param papers makes the test papers
   */
  public DeviceTrial(
      Readers readers, ReceiptStation receipts, DocumentStation documents, Papers papers) {
    this.readers = readers;
    this.receipts = receipts;
    this.documents = documents;
    this.papers = papers;
  }

  /** Waits for an identity card. */
  public Tried idCard() {
    CompletableFuture<Tried> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .idCards()
            .watch(
                event -> {
                  switch (event) {
                    case IdCardEvent.Read(var document) ->
                        heard.complete(Tried.well("读到一张" + document.kindLabel()));
                    case IdCardEvent.Failed(String code) ->
                        heard.complete(Tried.badly("没有读出：" + code));
                    case IdCardEvent.Reading _, IdCardEvent.Removed _ -> {}
                  }
                }));
  }

  /** Waits for a social-security card. */
  public Tried socialSecurityCard() {
    CompletableFuture<Tried> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .ssCards()
            .watch(
                event -> {
                  switch (event) {
                    case SocialSecurityEvent.Read(var card) ->
                        heard.complete(
                            Tried.well(card.holder().isPresent() ? "读到卡和持卡人" : "读到卡，第三代卡不给出持卡人"));
                    case SocialSecurityEvent.Failed(String code) ->
                        heard.complete(Tried.badly("没有读出：" + code));
                    case SocialSecurityEvent.Reading _, SocialSecurityEvent.Removed _ -> {}
                  }
                }));
  }

  /** Waits for a QR code. */
  public Tried scan() {
    CompletableFuture<Tried> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .codes()
            .watch(
                code ->
                    heard.complete(
                        Tried.well(
                            "读到 %d 个字符，%s"
                                .formatted(
                                    code.text().length(),
                                    switch (code.kind()) {
                                      case E_VOUCHER -> "像医保电子凭证";
                                      case PAYMENT -> "像付款码";
                                      case HEALTH -> "是健康码";
                                      case WEB_ADDRESS -> "是网址";
                                      case OTHER -> "是别的内容";
                                    })))));
  }

  /** Prints a strip with every kind of line, letter and symbol that receipts hold. */
  public Tried printer() {
    return outcome(receipts.print(papers.selfTest().receipt().escPos()));
  }

  /** Prints a page. */
  public Tried documentPrinter() {
    return switch (papers.document(TEST_PAPER, Map.of())) {
      case Issue.Issued(IssuedDocument document) ->
          outcome(documents.print(document.pdf(), TEST_PAPER));
      case Issue.Withheld(Issue.Reason reason) -> Tried.badly("没有打印：" + reason.code());
    };
  }

  /**
   * Prints a page that was made elsewhere.
   *
   * @param pdf A4
   * @param name of the job
   */
  public Tried print(byte[] pdf, String name) {
    return outcome(documents.print(pdf, name));
  }

  private static Tried outcome(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed() -> Tried.well("打印机确认已印出");
      case PrintOutcome.NotPrinted(String code) -> Tried.badly("没有打印：" + code);
      case PrintOutcome.Partly(String code) -> Tried.badly("只印了一部分：" + code);
      case PrintOutcome.Unknown(String code) -> Tried.badly("打印机没有确认：" + code);
    };
  }

  private static Tried awaiting(CompletableFuture<Tried> heard, Devices.Subscription watch) {
    try (watch) {
      return heard.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Tried.badly(NOTHING);
    } catch (ExecutionException e) {
      throw new IllegalStateException("what is heard is never exceptional", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Tried.badly(NOTHING);
    }
  }
}
