package yibao.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built checkout that is measured.
 *
 * @param deploy its {@code deploy} folder
 * @param regions the region packs
 */
record Checkout(Path deploy, Path regions) {

  /** The packaged terminal: its jar and everything it needs, nothing else. */
  Path terminalLibrary() {
    return deploy.resolveSibling("kiosk-core").resolve("terminal/target/lib");
  }

  /** The packaged monitor. */
  Path hallLibrary() {
    return deploy.resolveSibling("kiosk-core").resolve("hall/target/lib");
  }

  /** This program's own folder, with the simulators and the sandbox. */
  Path demoLibrary() {
    return deploy.resolve("demo/target/lib");
  }

  /** The one jar in a library folder whose name begins so. */
  Path jar(Path library, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(library)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + prefix + "*.jar in " + library));
    }
  }

  /**
   * A command that starts Java as the launcher does: this runtime, the flags every terminal runs
   * with.
   *
   * @param further flags of this run alone
   * @param program class path, main class and arguments
   */
  List<String> java(List<String> further, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + deploy.resolve("jvm.options"));
    command.add("-Dyibao.regions=" + regions);
    command.add("-Dyibao.deploy=" + deploy);
    command.addAll(further);
    command.add("-cp");
    command.addAll(program);
    return List.copyOf(command);
  }

  /** A port that nobody listens on just now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
