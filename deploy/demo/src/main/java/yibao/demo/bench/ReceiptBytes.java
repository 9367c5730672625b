package yibao.demo.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.templates.ReceiptTemplates;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.Notation;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.TemplateFiles;

/**
 * How many bytes a receipt has that goes to the printer, beside the same receipt, in the same
 * notation, painted by receiptline.
 */
final class ReceiptBytes {
  private static final String RECEIPT = "filing-result";
  private static final int DOTS = 576;
  private static final int PATIENCE_SECONDS = 30;
  private static final double BUDGET = 1.0;

  private final Path peer;

  /**
   * @param peer folder of {@code paint.mjs} and, after {@code npm ci}, {@code node_modules}
   */
  ReceiptBytes(Path peer) {
    this.peer = peer;
  }

  /** The figure; without the peer where node or the installed package are missing. */
  Figure measure() throws IOException, InterruptedException {
    ReceiptTemplates templates = ReceiptTemplates.load(new GlyphSource());
    Map<String, Object> data = templates.sample(RECEIPT);
    int ours = templates.render(RECEIPT, data, ReceiptPrinter.ofDots(DOTS)).escPos().length;
    Figure figure = Figure.alone("receipt, bytes to the printer", ours + " B");
    Optional<byte[]> theirs = theirs(data);
    if (theirs.isEmpty()) {
      return figure.within("needs node, npm ci in demo/bench/receipt", false);
    }
    double ratio = (double) ours / theirs.get().length;
    return figure
        .beside("receiptline %d B".formatted(theirs.get().length), ratio)
        .within("≤ %.1f".formatted(BUDGET), ratio <= BUDGET);
  }

  private Optional<byte[]> theirs(Map<String, Object> data)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(peer.resolve("node_modules/receiptline"))) {
      return Optional.empty();
    }
    TemplateFiles files =
        new TemplateFiles("/yibao/templates/receipts/", ".receipt", List.of(), Notation::escape);
    String notation = files.all().get(RECEIPT).fill(data);
    Path painted = Files.createTempFile("receipt", ".bin");
    try {
      Process process =
          new ProcessBuilder("node", "paint.mjs")
              .directory(peer.toFile())
              .redirectOutput(painted.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(notation.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      byte[] bytes = Files.readAllBytes(painted);
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } finally {
      Files.delete(painted);
    }
  }
}
