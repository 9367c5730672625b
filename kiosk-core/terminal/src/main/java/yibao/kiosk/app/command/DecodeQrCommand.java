package yibao.kiosk.app.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.devices.qr.GreyImage;
import yibao.devices.qr.QrReader;
import yibao.devices.qr.QrReading;

/** Reads QR codes from picture files with the reader the terminal's camera uses. */
@Command(
    name = "decode-qr",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the QR code in each picture.",
      "Prints one line a picture: path, tab, text; the text is empty when nothing is found.",
      "Tabs and line ends inside the text are written as \\t, \\n and \\r."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file was looked at", "1:a file could not be read", "2:wrong usage"})
public final class DecodeQrCommand implements Callable<Integer> {
  /** Larger files are read with every second, third … pixel: memory stays bounded. */
  private static final long MOST_PIXELS = 32_000_000;

  private static final Duration BUDGET = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--explain",
      description = "Adds a third column: the step that read it, or - when nothing did.")
  private boolean explain;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "PNG, JPEG, GIF or BMP pictures.")
  private List<Path> files;

  private final QrReader reader = new QrReader();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int exit = 0;
    for (Path file : files) {
      try {
        Optional<QrReading> reading = reader.read(load(file), BUDGET);
        out.println(line(file, reading));
      } catch (IOException e) {
        err.println(file + ": " + e.getMessage());
        exit = 1;
      }
    }
    out.flush();
    err.flush();
    return exit;
  }

  private String line(Path file, Optional<QrReading> reading) {
    String text = reading.map(it -> escaped(it.text())).orElse("");
    String step = explain ? "\t" + reading.map(QrReading::step).orElse("-") : "";
    return file + "\t" + text + step;
  }

  private static String escaped(String text) {
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static GreyImage load(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(Files.exists(path) ? "not a file" : "no such file");
    }
    File file = path.toFile();
    try (ImageInputStream stream = ImageIO.createImageInputStream(file)) {
      if (stream == null) {
        throw new IOException("cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("not a picture of a known kind");
      }
      ImageReader image = readers.next();
      try {
        image.setInput(stream);
        return GreyImage.of(image.read(0, affordable(image)));
      } catch (IllegalArgumentException
          | IndexOutOfBoundsException
          | NegativeArraySizeException e) {
        throw new IOException("damaged picture", e);
      } finally {
        image.dispose();
      }
    }
  }

  private static ImageReadParam affordable(ImageReader image) throws IOException {
    long pixels = (long) image.getWidth(0) * image.getHeight(0);
    int every = (int) Math.ceil(Math.sqrt(pixels / (double) MOST_PIXELS));
    ImageReadParam param = image.getDefaultReadParam();
    if (every > 1) {
      param.setSourceSubsampling(every, every, 0, 0);
    }
    return param;
  }
}
