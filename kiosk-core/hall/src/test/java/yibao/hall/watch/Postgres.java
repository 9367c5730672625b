package yibao.hall.watch;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL server with a database of its own, which may be killed. */
public final class Postgres {
  public static final String USER = "postgres";
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final long PATIENCE_SECONDS = 120;

  private final Path programs;
  private final Path data;
  private final Path log;
  private final int port;

  private Postgres(Path programs, Path data, Path log, int port) {
    this.programs = programs;
    this.data = data;
    this.log = log;
    this.port = port;
  }

  /** Where the server's programs are; empty where it is not installed. */
  public static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo);
    }
  }

  /** Makes one and starts it. */
  public static Postgres create(Path programs) throws Exception {
    // The server refuses to run as root; its own user must reach its folder.
    Path home = Files.createTempDirectory("postgres-of-a-test");
    if (isRoot()) {
      run(List.of("chown", USER, home.toString()));
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Postgres server = new Postgres(programs, home.resolve("data"), home.resolve("log"), port);
    server.asItself(
        programs.resolve("initdb").toString(),
        "--auth=trust",
        "--username=" + USER,
        "--no-sync",
        "-D",
        server.data.toString());
    server.start();
    return server;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public void start() throws Exception {
    asItself(
        programs.resolve("pg_ctl").toString(),
        "start",
        "-w",
        "-t",
        Long.toString(PATIENCE_SECONDS),
        "-D",
        data.toString(),
        "-l",
        log.toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
  }

  /** As a power cut does: nothing is finished, nothing is said. */
  public void kill() throws Exception {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    List<ProcessHandle> all = new ArrayList<>();
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(
            postmaster -> {
              all.add(postmaster);
              postmaster.descendants().forEach(all::add);
            });
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** How many deadlocks the server resolved since it was made. */
  public long deadlocks() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), USER, "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sum(deadlocks) FROM pg_stat_database")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Stops it and removes what it kept. */
  public void close() throws Exception {
    if (Files.exists(data.resolve("postmaster.pid"))) {
      asItself(
          programs.resolve("pg_ctl").toString(), "stop", "-m", "immediate", "-D", data.toString());
    }
    run(List.of("rm", "-rf", data.getParent().toString()));
  }

  private void asItself(String... command) throws Exception {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("runuser", "-u", USER, "--"));
    }
    words.addAll(List.of(command));
    run(words);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) throws Exception {
    Path out = Files.createTempFile("postgres", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String said = Files.readString(out);
    Files.delete(out);
    if (!ended || process.exitValue() != 0) {
      throw new IOException(command + ": " + said);
    }
  }
}
