package yibao.devices.certified;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * A vendor's library in our own process. What the function returns differs between vendors, some a
 * text, some a number; only the JSON it writes counts.
 */
final class VendorLibrary implements CertifiedComponentOpener {
  private final Path file;
  private final String url;
  private final String function;

  /**
   * @param url passed to every call as it is
   */
  VendorLibrary(Path file, String url, String function) {
    this.file = file;
    this.url = url;
    this.function = function;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  @SuppressWarnings("restricted")
  public CertifiedComponent open() throws PortException {
    if (!Files.exists(file)) {
      throw new PortException(PortFault.ABSENT, name());
    }
    Arena arena = Arena.ofShared();
    try {
      MemorySegment address =
          SymbolLookup.libraryLookup(file, arena)
              .find(function)
              .orElseThrow(UnsatisfiedLinkError::new);
      MethodHandle call =
          Linker.nativeLinker()
              .downcallHandle(
                  address,
                  FunctionDescriptor.ofVoid(
                      ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      return new Loaded(arena, call);
    } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
      arena.close();
      throw new PortException(PortFault.REFUSED, name(), e);
    }
  }

  private final class Loaded implements CertifiedComponent {
    private final Arena arena;
    private final MethodHandle call;

    private Loaded(Arena arena, MethodHandle call) {
      this.arena = arena;
      this.call = call;
    }

    @Override
    public Answer call(byte[] request, Duration limit) {
      try (Arena buffers = Arena.ofConfined()) {
        MemorySegment answer = buffers.allocate(LONGEST_ANSWER);
        call.invokeExact(
            buffers.allocateFrom(url),
            buffers.allocateFrom(new String(request, StandardCharsets.UTF_8)),
            answer);
        return said(answer.toArray(ValueLayout.JAVA_BYTE));
      } catch (Throwable e) {
        throw new IllegalStateException("a native call fails by its answer only", e);
      }
    }

    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {
      arena.close();
    }
  }

  private static CertifiedComponent.Answer said(byte[] buffer) {
    int end = 0;
    while (end < buffer.length && buffer[end] != 0) {
      end++;
    }
    return end == 0
        ? new CertifiedComponent.Answer.Lost()
        : new CertifiedComponent.Answer.Said(Arrays.copyOf(buffer, end));
  }
}
