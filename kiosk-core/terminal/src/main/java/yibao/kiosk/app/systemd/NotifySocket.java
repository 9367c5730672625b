package yibao.kiosk.app.systemd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A datagram to a local socket, which Java's own channels cannot send. A send to it neither waits
 * nor is answered, so it may be called on any thread.
 */
@SuppressWarnings("restricted")
final class NotifySocket {

  private static final short AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;

  /** {@code sun_path} of {@code struct sockaddr_un} (unix(7)). */
  private static final int LONGEST_PATH = 107;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle SOCKET =
      handle("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SENDTO =
      handle("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);

  private final byte[] name;

  /**
   * Sends to this socket.
   *
   * @param address its path, or a name beginning with {@code @} in the abstract namespace
   */
  NotifySocket(String address) {
    name = address.getBytes(StandardCharsets.UTF_8);
    if (name.length < 2 || name.length > LONGEST_PATH || "/@".indexOf(name[0]) < 0) {
      throw new IllegalArgumentException("NOTIFY_SOCKET must be a path or @name, up to 107 bytes");
    }
    if (name[0] == '@') {
      name[0] = 0;
    }
  }

  /**
   * Sends one datagram.
   *
   * @throws IOException when nobody listens there
   */
  void send(String message) throws IOException {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(text.length);
      bytes.copyFrom(MemorySegment.ofArray(text));
      MemorySegment address = arena.allocate(Short.BYTES + name.length + 1L, Short.BYTES);
      address.set(JAVA_SHORT, 0, AF_UNIX);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
      int length = Short.BYTES + name.length + (name[0] == 0 ? 0 : 1);
      int fd = (int) SOCKET.invokeExact((int) AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (fd < 0) {
        throw new IOException("no socket is to be had");
      }
      long sent;
      try {
        sent =
            (long)
                SENDTO.invokeExact(
                    fd, bytes, (long) text.length, MSG_DONTWAIT | MSG_NOSIGNAL, address, length);
      } finally {
        int _ = (int) CLOSE.invokeExact(fd);
      }
      if (sent != text.length) {
        throw new IOException("the service manager does not listen");
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of the C library cannot throw", e);
    }
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
