package yibao.devices.usb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/** The few system calls Java lacks for files that are devices (open(2), poll(2), ioctl(2)). */
@SuppressWarnings("restricted")
final class LinuxCalls {
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EBUSY = 16;
  static final int ETIMEDOUT = 110;
  static final short POLLIN = 1;
  static final short POLLOUT = 4;

  /** POLLERR, POLLHUP and POLLNVAL: nothing will come any more. */
  static final short POLL_GONE = 0x38;

  private static final int O_RDWR = 2;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int POLLFD_BYTES = 8;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_FIELD =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN =
      handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 1);
  private static final MethodHandle READ =
      handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), 3);
  private static final MethodHandle WRITE =
      handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), 3);
  private static final MethodHandle POLL =
      handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), 3);
  private static final MethodHandle IOCTL =
      handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), 2);

  private LinuxCalls() {}

  /** Opens a device for reading and writing without waiting; negative: minus the error number. */
  static int open(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocateFrom(file.toString());
      return (int)
          result(state, () -> (int) OPEN.invokeExact(state, name, O_RDWR | O_NONBLOCK | O_CLOEXEC));
    }
  }

  static void close(int descriptor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      result(state, () -> (int) CLOSE.invokeExact(state, descriptor));
    }
  }

  /** How many bytes were taken, 0 at the end; negative: minus the error number. */
  static int read(int descriptor, byte[] into) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment buffer = arena.allocate(into.length);
      long count =
          result(
              state, () -> (long) READ.invokeExact(state, descriptor, buffer, (long) into.length));
      if (count > 0) {
        MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, (int) count);
      }
      return (int) count;
    }
  }

  /** How many bytes were accepted; negative: minus the error number. */
  static int write(int descriptor, byte[] bytes, int from) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int count = bytes.length - from;
      MemorySegment buffer = arena.allocate(count);
      MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, count);
      return (int)
          result(state, () -> (long) WRITE.invokeExact(state, descriptor, buffer, (long) count));
    }
  }

  /** What a descriptor is ready for, 0 at the limit; negative: minus the error number. */
  static int poll(int descriptor, short events, int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment asked = arena.allocate(POLLFD_BYTES);
      asked.set(JAVA_INT, 0, descriptor);
      asked.set(JAVA_SHORT, 4, events);
      long ready = result(state, () -> (int) POLL.invokeExact(state, asked, 1L, millis));
      return ready > 0 ? asked.get(JAVA_SHORT, 6) : (int) ready;
    }
  }

  /** Controls a device; negative: minus the error number. */
  static int ioctl(int descriptor, long request, MemorySegment argument) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      return (int)
          result(state, () -> (int) IOCTL.invokeExact(state, descriptor, request, argument));
    }
  }

  private static MethodHandle handle(String name, FunctionDescriptor shape, int fixed) {
    MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
    boolean variadic = name.equals("open") || name.equals("ioctl");
    return variadic
        ? LINKER.downcallHandle(address, shape, ERRNO, Linker.Option.firstVariadicArg(fixed))
        : LINKER.downcallHandle(address, shape, ERRNO);
  }

  private interface NativeCall {
    long run() throws Throwable;
  }

  private static long result(MemorySegment state, NativeCall call) {
    try {
      long result = call.run();
      return result < 0 ? -(int) ERRNO_FIELD.get(state, 0L) : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of the C library cannot throw", e);
    }
  }
}
