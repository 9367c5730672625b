package yibao.devices.usb;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/** Bulk pipes by the kernel's usbfs (linux/usbdevice_fs.h), on 64-bit machines. */
final class UsbFileSystem implements BulkPipes {
  private static final long CLAIM_INTERFACE = 0x8004550FL;
  private static final long RELEASE_INTERFACE = 0x80045510L;
  private static final long BULK = 0xC0185502L;
  private static final long INTERFACE_CONTROL = 0xC0105512L;
  private static final int DISCONNECT_DRIVER = 0x5516;

  /** {@code struct usbdevfs_bulktransfer}: pipe, length, limit, 4 bytes unused, address. */
  private static final int TRANSFER_BYTES = 24;

  /** {@code struct usbdevfs_ioctl}: interface, code, address. */
  private static final int CONTROL_BYTES = 16;

  private final Path node;
  private final int descriptor;
  private final UsbBus.Pipes pipes;
  private boolean closed;

  private UsbFileSystem(Path node, int descriptor, UsbBus.Pipes pipes) {
    this.node = node;
    this.descriptor = descriptor;
    this.pipes = pipes;
  }

  static UsbFileSystem open(Path node, UsbBus.Pipes pipes, String name) throws PortException {
    int descriptor = LinuxCalls.open(node);
    if (descriptor < 0) {
      throw new PortException(
          descriptor == -LinuxCalls.EACCES ? PortFault.REFUSED : PortFault.ABSENT, name);
    }
    UsbFileSystem opened = new UsbFileSystem(node, descriptor, pipes);
    opened.disconnectDriver();
    if (opened.number(CLAIM_INTERFACE, pipes.number()) < 0) {
      opened.close();
      throw new PortException(PortFault.BUSY, name);
    }
    return opened;
  }

  @Override
  public int send(byte[] bytes, int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      return transfer(arena, pipes.out(), data, millis);
    }
  }

  @Override
  public int receive(byte[] into, int millis) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocate(into.length);
      int count = transfer(arena, pipes.in(), data, millis);
      if (count > 0) {
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, into, 0, count);
        data.fill((byte) 0);
      }
      return count;
    }
  }

  @Override
  public boolean gone() {
    return closed || !Files.exists(node);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      number(RELEASE_INTERFACE, pipes.number());
      LinuxCalls.close(descriptor);
    }
  }

  private int transfer(Arena arena, int pipe, MemorySegment data, int millis) {
    MemorySegment transfer = arena.allocate(TRANSFER_BYTES, ValueLayout.ADDRESS.byteAlignment());
    transfer.set(ValueLayout.JAVA_INT, 0, pipe);
    transfer.set(ValueLayout.JAVA_INT, 4, (int) data.byteSize());
    transfer.set(ValueLayout.JAVA_INT, 8, millis);
    transfer.set(ValueLayout.ADDRESS, 16, data);
    return LinuxCalls.ioctl(descriptor, BULK, transfer);
  }

  /** Where no driver holds the interface this fails, and that is well. */
  private void disconnectDriver() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment control = arena.allocate(CONTROL_BYTES, ValueLayout.ADDRESS.byteAlignment());
      control.set(ValueLayout.JAVA_INT, 0, pipes.number());
      control.set(ValueLayout.JAVA_INT, 4, DISCONNECT_DRIVER);
      LinuxCalls.ioctl(descriptor, INTERFACE_CONTROL, control);
    }
  }

  private int number(long request, int number) {
    try (Arena arena = Arena.ofConfined()) {
      return LinuxCalls.ioctl(
          descriptor, request, arena.allocateFrom(ValueLayout.JAVA_INT, number));
    }
  }
}
