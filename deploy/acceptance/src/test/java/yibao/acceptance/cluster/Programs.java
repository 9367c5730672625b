package yibao.acceptance.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs in processes of their own, killed at the latest when the test is over. */
final class Programs implements AutoCloseable {
  private final List<Process> running = new ArrayList<>();
  private final Path logs;

  Programs(Path logs) {
    this.logs = logs;
  }

  /** Starts a Java program; what it writes goes to {@code <name>.log}. */
  Process java(String name, String classPath, String... program) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    // Artemis frees buffers by hand, which its network library refuses otherwise.
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dio.netty.noUnsafe=false",
                    "-cp",
                    classPath),
                Stream.of(program))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve(name + ".log").toFile())
            .start();
    running.add(process);
    return process;
  }

  /** A port nobody listens on now. */
  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
  }
}
