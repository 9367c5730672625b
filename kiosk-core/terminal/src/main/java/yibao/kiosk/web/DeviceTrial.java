package yibao.kiosk.web;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.hardware.SocialSecurityEvent;
import yibao.kiosk.journey.visit.Readers;

/**
 * Tries a device for a technician. Says that something was read and of which kind, never what it
 * said.
 */
public final class DeviceTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String NOTHING = "15 秒内没有读到";

  /** Initialise, a line in Chinese, feed, cut. */
  private static final String SLIP = "\u001b@打印测试：能看清这一行，打印机就是好的。\n\n\n\n\u001dV\u0000";

  private final Readers readers;
  private final ReceiptStation receipts;

  /**
   * @param readers where credentials are shown
   * @param receipts the receipt printer
   */
  public DeviceTrial(Readers readers, ReceiptStation receipts) {
    this.readers = readers;
    this.receipts = receipts;
  }

  /** Waits for an identity card. */
  String idCard() {
    CompletableFuture<String> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .idCards()
            .watch(
                event -> {
                  switch (event) {
                    case IdCardEvent.Read(var document) ->
                        heard.complete("读到一张" + document.kindLabel());
                    case IdCardEvent.Failed(String code) -> heard.complete("没有读出：" + code);
                    case IdCardEvent.Reading _, IdCardEvent.Removed _ -> {}
                  }
                }));
  }

  /** Waits for a social-security card. */
  String socialSecurityCard() {
    CompletableFuture<String> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .ssCards()
            .watch(
                event -> {
                  switch (event) {
                    case SocialSecurityEvent.Read(var card) ->
                        heard.complete(card.holder().isPresent() ? "读到卡和持卡人" : "读到卡，第三代卡不给出持卡人");
                    case SocialSecurityEvent.Failed(String code) -> heard.complete("没有读出：" + code);
                    case SocialSecurityEvent.Reading _, SocialSecurityEvent.Removed _ -> {}
                  }
                }));
  }

  /** Waits for a QR code. */
  String scan() {
    CompletableFuture<String> heard = new CompletableFuture<>();
    return awaiting(
        heard,
        readers
            .codes()
            .watch(
                code ->
                    heard.complete(
                        "读到 %d 个字符，%s"
                            .formatted(
                                code.text().length(),
                                switch (code.kind()) {
                                  case E_VOUCHER -> "像医保电子凭证";
                                  case PAYMENT -> "像付款码";
                                  case HEALTH -> "是健康码";
                                  case WEB_ADDRESS -> "是网址";
                                  case OTHER -> "是别的内容";
                                }))));
  }

  /** Prints a slip. */
  String printer() {
    return switch (receipts.print(SLIP.getBytes(Charset.forName("GBK")))) {
      case PrintOutcome.Printed() -> "打印机确认已印出";
      case PrintOutcome.NotPrinted(String code) -> "没有打印：" + code;
      case PrintOutcome.Partly(String code) -> "只印了一部分：" + code;
      case PrintOutcome.Unknown(String code) -> "打印机没有确认：" + code;
    };
  }

  private static String awaiting(CompletableFuture<String> heard, Devices.Subscription watch) {
    try (watch) {
      return heard.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return NOTHING;
    } catch (ExecutionException e) {
      throw new IllegalStateException("what is heard is never exceptional", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOTHING;
    }
  }
}
