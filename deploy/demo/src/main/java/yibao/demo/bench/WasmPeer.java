package yibao.demo.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yibao.simulators.camera.CameraFrame;

/** zxing-wasm in a node process of its own; node measures the time, so that pipes cost nothing. */
final class WasmPeer implements QrPeer {
  private final Process process;
  private final DataOutputStream frames;
  private final BufferedReader answers;

  private WasmPeer(Process process) {
    this.process = process;
    this.frames =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it when node and the installed package are there.
   *
   * @param folder holds {@code read.mjs} and, after {@code npm ci}, {@code node_modules}
   */
  static Optional<QrPeer> in(Path folder) {
    if (!Files.isDirectory(folder.resolve("node_modules/zxing-wasm"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WasmPeer(
              new ProcessBuilder("node", "read.mjs")
                  .directory(folder.toFile())
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .start()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "zxing-wasm 3.1.4";
  }

  @Override
  public Outcome read(CameraFrame frame) {
    try {
      frames.writeInt(frame.width());
      frames.writeInt(frame.height());
      frames.write(frame.pixels());
      frames.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("node ended before it answered");
      }
      int tab = line.indexOf('\t');
      String text =
          new String(Base64.getDecoder().decode(line.substring(tab + 1)), StandardCharsets.UTF_8);
      return new Outcome(
          text.isEmpty() ? Optional.empty() : Optional.of(text),
          Double.parseDouble(line.substring(0, tab)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      frames.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
