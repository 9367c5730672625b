package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import yibao.simulators.printer.PrintedReceipt;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.Wire;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.receipt.ReceiptPrinter.QrDrawing;
import yibao.templates.receipt.Repertoire;

/** The bytes in the hands of a printer that somebody else wrote. */
class SimulatedPrinterTest {
  private static final ReceiptTemplates TEMPLATES = ReceiptTemplates.load();
  private static final int DOTS_PER_SECOND = 1_000_000;

  @Test
  void anEightyMillimetrePrinterPrintsEveryPaperWithoutComplaint() throws Exception {
    for (String name : TEMPLATES.names()) {
      printsWell(name, PrinterModel.eightyMillimetres(), ReceiptPrinter.ofDots(576));
    }
  }

  @Test
  void aCheapFiftyEightMillimetrePrinterPrintsEveryPaperWithoutComplaint() throws Exception {
    for (String name : TEMPLATES.names()) {
      printsWell(name, PrinterModel.cheapFiftyEightMillimetres(), ReceiptPrinter.ofDots(384));
    }
  }

  @Test
  void aPrinterThatDrawsQrItselfDrawsTheSameText() throws Exception {
    ReceiptPrinter printer = new ReceiptPrinter(576, Repertoire.GBK, QrDrawing.PRINTER);

    printsWell("filing-result", PrinterModel.eightyMillimetres(), printer);
  }

  private static void printsWell(String name, PrinterModel model, ReceiptPrinter printer)
      throws Exception {
    Map<String, Object> data = TEMPLATES.sample(name);
    byte[] bytes = TEMPLATES.render(name, data, printer).escPos();
    try (ReceiptPrinterSimulator simulator =
        new ReceiptPrinterSimulator(model.at(DOTS_PER_SECOND), List.of(font()))) {
      PrintedReceipt paper = print(bytes, simulator);

      PaperGallery.keep(name + "-" + model.widthDots() + "-printed.png", paper.png());
      assertEquals(List.of(), simulator.complaints(), name);
      assertTrue(paper.cut(), name);
      Object qr = data.getOrDefault("track", data.getOrDefault("resume", data.get("qr")));
      if (qr != null) {
        assertEquals(qr, decode(paper.image()), name);
      }
    }
  }

  /** Prints, then asks GS r, which a printer answers in its turn, after the cut. */
  private static PrintedReceipt print(byte[] bytes, ReceiptPrinterSimulator simulator)
      throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Wire wire =
        new Wire() {
          @Override
          public void send(byte[] answer) {
            answered.countDown();
          }

          @Override
          public void drop() {
            throw new AssertionError("nobody pulls the cable");
          }
        };
    simulator.plugged(wire);
    simulator.hear(bytes, wire);
    simulator.hear(new byte[] {0x1D, 0x72, 0x01}, wire);
    assertTrue(
        answered.await(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS),
        "the printer hangs");
    return simulator.receipts().getLast();
  }

  private static Font font() throws Exception {
    try (InputStream in =
        SimulatedPrinterTest.class.getResourceAsStream(
            "/yibao/templates/fonts/NotoSansSC-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  private static String decode(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
