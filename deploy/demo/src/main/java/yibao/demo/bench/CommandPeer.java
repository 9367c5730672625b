package yibao.demo.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import yibao.simulators.camera.CameraFrame;

/**
 * A reader that is a command of the system, started anew for each frame: what it reads compares,
 * its times hold the start and the file as well.
 */
final class CommandPeer implements QrPeer {
  private static final int PATIENCE_SECONDS = 30;

  private final String name;
  private final List<String> command;
  private final UnaryOperator<String> text;
  private final Path picture;

  private CommandPeer(String name, List<String> command, UnaryOperator<String> text) {
    this.name = name;
    this.command = command;
    this.text = text;
    try {
      this.picture = Files.createTempFile("frame", ".pgm");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** ZBar's own command, of Debian's package zbar-tools. */
  static Optional<QrPeer> zbar() {
    return installed("zbarimg")
        .map(
            _ ->
                new CommandPeer(
                    "ZBar (command)",
                    List.of("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"),
                    out -> out.lines().findFirst().orElse("")));
  }

  /** zxing-cpp's own command, of Debian's package zxing-cpp-tools. */
  static Optional<QrPeer> zxingCpp() {
    return installed("ZXingReader")
        .map(
            _ ->
                new CommandPeer(
                    "zxing-cpp (command)",
                    List.of("ZXingReader", "-format", "QRCode", "-bytes"),
                    out -> out));
  }

  private static Optional<Path> installed(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome read(CameraFrame frame) {
    try {
      try (OutputStream out = Files.newOutputStream(picture)) {
        out.write(
            "P5\n%d %d\n255\n"
                .formatted(frame.width(), frame.height())
                .getBytes(StandardCharsets.US_ASCII));
        out.write(frame.pixels());
      }
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  Stream.concat(command.stream(), Stream.of(picture.toString())).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      double millis = (System.nanoTime() - start) / 1e6;
      return new Outcome(Optional.of(text.apply(out)).filter(t -> !t.isEmpty()), millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
