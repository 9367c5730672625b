package yibao.simulators.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The few calls of the C library that make a pseudo-terminal (POSIX.1-2017, termios(3)). */
@SuppressWarnings("restricted")
final class LibC {
  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;
  static final short POLLIN = 1;

  /** Room for {@code struct termios} on every Linux (60 bytes on x86-64 and arm64). */
  static final long TERMIOS_BYTES = 128;

  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle POSIX_OPENPT = handle("posix_openpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle GRANTPT = handle("grantpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle UNLOCKPT = handle("unlockpt", JAVA_INT, JAVA_INT);
  private static final MethodHandle PTSNAME_R =
      handle("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("open"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle EVENTFD = handle("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle TCGETATTR = handle("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle TCSETATTR =
      handle("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle CFGETOSPEED = handle("cfgetospeed", JAVA_INT, ADDRESS);
  private static final MethodHandle POLL = handle("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle READ = handle("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE =
      handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);

  private LibC() {}

  static int openMaster() {
    int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
    int fd = call(() -> (int) POSIX_OPENPT.invokeExact(flags));
    if (fd < 0) {
      throw new IllegalStateException("posix_openpt failed: no pseudo-terminal is to be had");
    }
    must("grantpt", call(() -> (int) GRANTPT.invokeExact(fd)));
    must("unlockpt", call(() -> (int) UNLOCKPT.invokeExact(fd)));
    return fd;
  }

  static void slaveName(int master, MemorySegment into) {
    must("ptsname_r", call(() -> (int) PTSNAME_R.invokeExact(master, into, into.byteSize())));
  }

  static int openSlave(MemorySegment name) {
    int fd = call(() -> (int) OPEN.invokeExact(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
    must("open", fd);
    return fd;
  }

  static int eventDescriptor() {
    int fd = call(() -> (int) EVENTFD.invokeExact(0, O_NONBLOCK | O_CLOEXEC));
    must("eventfd", fd);
    return fd;
  }

  static void makeRaw(int fd, MemorySegment termios) {
    must("tcgetattr", call(() -> (int) TCGETATTR.invokeExact(fd, termios)));
    call(
        () -> {
          CFMAKERAW.invokeExact(termios);
          return 0;
        });
    must("tcsetattr", call(() -> (int) TCSETATTR.invokeExact(fd, 0, termios)));
  }

  /** The speed constant (B9600 …) the host set on the terminal. */
  static int speedConstant(int fd, MemorySegment termios) {
    must("tcgetattr", call(() -> (int) TCGETATTR.invokeExact(fd, termios)));
    return call(() -> (int) CFGETOSPEED.invokeExact(termios));
  }

  static int poll(MemorySegment pollfds, long count, int timeoutMillis) {
    return call(() -> (int) POLL.invokeExact(pollfds, count, timeoutMillis));
  }

  static int read(int fd, MemorySegment into) {
    return call(() -> (int) (long) READ.invokeExact(fd, into, into.byteSize()));
  }

  static int write(int fd, MemorySegment from, long count) {
    return call(() -> (int) (long) WRITE.invokeExact(fd, from, count));
  }

  static void close(int fd) {
    call(() -> (int) CLOSE.invokeExact(fd));
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  private static void must(String what, int result) {
    if (result < 0 || (what.equals("ptsname_r") && result != 0)) {
      throw new IllegalStateException(what + " failed");
    }
  }

  private interface NativeCall {
    int run() throws Throwable;
  }

  private static int call(NativeCall nativeCall) {
    try {
      return nativeCall.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of the C library cannot throw", e);
    }
  }
}
