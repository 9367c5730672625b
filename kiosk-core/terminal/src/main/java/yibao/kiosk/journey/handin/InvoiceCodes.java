package yibao.kiosk.journey.handin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.DocumentCamera;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.record.EInvoice;

/** Reads electronic invoices off their codes, on paper or on a phone, instead of filming them. */
final class InvoiceCodes {

  /** Kinds of paper that may be such an invoice; equal in all regions. */
  private static final Set<String> KINDS = Set.of("invoice", "pharmacy-invoice");

  /** What the citizen says the invoices are. */
  private static final String FACT = "invoice";

  private Optional<Devices.Subscription> watch = Optional.empty();

  /** Whether the paper may be an electronic invoice. */
  static boolean may(String paper, Scene scene) {
    return KINDS.contains(paper)
        && scene.visit().facts().value(FACT).filter("electronic"::equals).isPresent();
  }

  /** Whether the paper may be handed in by its code. */
  static boolean reads(String paper, Scene scene) {
    // A camera at the screen films pages here; only a scan engine reads codes beside it.
    return may(paper, scene) && scene.facilities().readers().codes().lens().isEmpty();
  }

  void open(Scene scene, Consumer<Scanned> heard) {
    if (watch.isEmpty()) {
      watch = Optional.of(scene.facilities().readers().codes().watch(scene.guarded(heard)));
    }
  }

  void close() {
    watch.ifPresent(Devices.Subscription::close);
    watch = Optional.empty();
  }

  /**
   * The invoice as a page that can be looked at; blocks while it is painted.
   *
   * @param typed whether somebody typed it, which whoever examines it must know
   */
  static DocumentCamera.Shot.Taken page(EInvoice invoice, boolean typed, Facilities facilities) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(
        "source", facilities.sentences().say(typed ? "invoice.was-typed" : "invoice.was-read"));
    fields.put("number", invoice.number());
    fields.put("issuedOn", invoice.issuedOn());
    fields.put("amount", invoice.amount());
    if (!invoice.code().isEmpty()) {
      fields.put("code", invoice.code());
    }
    if (!invoice.check().isEmpty()) {
      fields.put("check", invoice.check());
    }
    return new DocumentCamera.Shot.Taken(
        facilities.papers().receipt("e-invoice", fields, 0).preview(1), "image/png");
  }
}
