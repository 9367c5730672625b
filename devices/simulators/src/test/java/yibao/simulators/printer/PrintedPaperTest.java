package yibao.simulators.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.GraphicsImageWrapper;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.simulators.wire.Wire;

/** What comes out, compared with what somebody else's encoder and decoder make of it. */
@Timeout(20)
class PrintedPaperTest {
  private final ReceiptPrinterSimulator printer =
      new ReceiptPrinterSimulator(
          PrinterModel.eightyMillimetres().with(1 << 20, PrinterModel.Flow.BUSY).at(1_000_000),
          List.of());

  @AfterEach
  void putAway() {
    printer.close();
  }

  @Test
  void anotherEncodersReceiptIsUnderstoodWithoutComplaint() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos pos = new EscPos(bytes)) {
      Style big = new Style().setFontSize(Style.FontSize._2, Style.FontSize._2).setBold(true);
      pos.writeLF(big.setJustification(EscPosConst.Justification.Center), "RECEIPT");
      pos.writeLF("plain text");
      pos.writeLF(new Style().setUnderline(Style.Underline.TwoDotThick), "underlined");
      pos.feed(2);
      // This encoder's own default is a model number that printers do not know.
      pos.write(
          new QRCode().setModel(QRCode.QRModel._2).setSize(6), "https://example.org/receipt/42");
      pos.feed(1);
      pos.cut(EscPos.CutMode.FULL);
    }

    PrintedReceipt paper = print(bytes.toByteArray());

    assertEquals(List.of(), printer.complaints());
    assertEquals("https://example.org/receipt/42", decode(paper));
  }

  @Test
  void anotherEncodersBarcodeCanBeScanned() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos pos = new EscPos(bytes)) {
      BarCode barcode = new BarCode();
      barcode.setSystem(BarCode.BarCodeSystem.CODE128).setBarCodeSize(3, 80);
      pos.write(barcode, "{B20260501-0042");
      pos.feed(2);
      pos.cut(EscPos.CutMode.FULL);
    }

    assertEquals("20260501-0042", decode(print(bytes.toByteArray())));
    assertEquals(List.of(), printer.complaints());
  }

  @Test
  void anotherEncodersRasterImagesComeOutDotForDot() throws Exception {
    BufferedImage picture = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 64, 32);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(5, 7, 20, 11);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EscPos pos = new EscPos(bytes)) {
      EscPosImage image = new EscPosImage(new CoffeeImageImpl(picture), new BitonalThreshold());
      pos.write(new RasterBitImageWrapper(), image);
      pos.write(new GraphicsImageWrapper(), image);
      pos.cut(EscPos.CutMode.FULL);
    }

    BufferedImage paper = print(bytes.toByteArray()).image();

    assertEquals(List.of(), printer.complaints());
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        boolean black = (paper.getRGB(x, y) & 0xFF) == 0;
        assertEquals((picture.getRGB(x, y % 32) & 0xFF) == 0, black, "dot " + x + ", " + y);
      }
    }
  }

  @Test
  void chineseIsDrawnAtDoubleCellWidthAndBiggerWhenAskedFor() throws Exception {
    PrintedReceipt paper =
        print(
            concat(
                new byte[] {0x1B, 0x40, 0x1C, 0x26},
                "医保".getBytes("GBK"),
                new byte[] {0x0A, 0x1D, 0x21, 0x11},
                "医保".getBytes("GBK"),
                new byte[] {0x0A, 0x1D, 0x56, 0x42, 0}));

    assertEquals(List.of(), printer.complaints());
    assertTrue(inkRight(paper.image(), 0, 30) <= 48);
    assertTrue(inkRight(paper.image(), 30, 78) > 48);
    assertTrue(inkRight(paper.image(), 30, 78) <= 96);
  }

  @Test
  void whatAPrinterCannotDoIsComplainedAbout() throws Exception {
    hear(concat(new byte[] {0x1B, 0x7F}, new byte[] {0x1C, 0x2E}, "医".getBytes("GB18030")));
    hear(concat(new byte[] {0x1C, 0x26}, "㛃䶮𬭎".getBytes("GB18030"), new byte[] {0x0A}));
    until(() -> printer.waiting() == 0);

    assertTrue(
        printer.complaints().contains("unknown command 1b 7f"), printer.complaints()::toString);
    assertTrue(
        printer.complaints().stream().anyMatch(c -> c.startsWith("high byte")),
        printer.complaints()::toString);
    assertTrue(
        printer.complaints().stream().anyMatch(c -> c.startsWith("four-byte GB18030")),
        printer.complaints()::toString);
  }

  @Test
  void theTailComesOutOfAPrinterThatWasNotCleared() throws Exception {
    printer.paperEndsAfter(60);
    hear(concat("1\n2\n3\n4\n5\n6\n".getBytes("GBK"), new byte[] {0x1D, 0x56, 0x42, 0}));
    until(() -> printer.paper().map(paper -> paper.image().getHeight() >= 60).orElse(false));

    printer.paper(ReceiptPrinterSimulator.Paper.FULL);
    until(() -> printer.receipts().size() == 2);

    assertFalse(printer.receipts().getFirst().cut());
    assertTrue(printer.receipts().getLast().cut());
  }

  private PrintedReceipt print(byte[] bytes) throws InterruptedException {
    hear(bytes);
    until(() -> !printer.receipts().isEmpty());
    return printer.receipts().getFirst();
  }

  private void hear(byte[] bytes) {
    printer.hear(
        bytes,
        new Wire() {
          @Override
          public void send(byte[] answer) {}

          @Override
          public void drop() {}
        });
  }

  private static String decode(PrintedReceipt paper) throws NotFoundException, IOException {
    int border = 40;
    int width = paper.image().getWidth() + 2 * border;
    int height = paper.image().getHeight() + 2 * border;
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(paper.image(), border, border, null);
    graphics.dispose();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }

  private static int inkRight(BufferedImage image, int fromRow, int toRow) {
    return IntStream.range(0, image.getWidth())
        .filter(
            x -> IntStream.range(fromRow, toRow).anyMatch(y -> (image.getRGB(x, y) & 0xFF) == 0))
        .max()
        .orElse(0);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
