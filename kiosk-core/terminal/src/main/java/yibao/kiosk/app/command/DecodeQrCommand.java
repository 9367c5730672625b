package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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
        Optional<QrReading> reading = reader.read(PictureFiles.load(file), BUDGET);
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
}
