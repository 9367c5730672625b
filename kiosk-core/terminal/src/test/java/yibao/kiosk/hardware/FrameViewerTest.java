package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.qr.GreyImage;

@Timeout(30)
class FrameViewerTest {
  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch looked = new CountDownLatch(1);

  @Test
  void of_the_frames_that_wait_only_the_newest_is_looked_at() throws Exception {
    try (FrameViewer<Integer> viewer = new FrameViewer<>("eye", () -> this::slowly).start()) {
      CompletableFuture<Optional<Integer>> first = showing(viewer, 1);
      looking.await();
      CompletableFuture<Optional<Integer>> second = showing(viewer, 2);
      CompletableFuture<Optional<Integer>> third = showing(viewer, 3);
      // Whichever of the two came later has pushed the other one out, without its turn.
      Object pushedOut = CompletableFuture.anyOf(second, third).join();
      looked.countDown();

      assertEquals(Optional.empty(), pushedOut);
      assertEquals(Optional.of(1), first.join());
      assertEquals(1, Stream.of(second, third).filter(s -> s.join().isPresent()).count());
    }
  }

  @Test
  void whatever_breaks_in_a_look_breaks_that_frame_only() {
    Function<GreyImage, Integer> eye =
        frame -> {
          if (frame.width() == 13) {
            throw new IllegalStateException("cannot see");
          }
          return frame.width();
        };
    try (FrameViewer<Integer> viewer = new FrameViewer<>("eye", () -> eye).start()) {
      assertThrows(IllegalStateException.class, () -> viewer.show(frame(13)));

      assertEquals(Optional.of(7), viewer.show(frame(7)));
    }
  }

  @Test
  void a_closed_viewer_looks_at_nothing() {
    FrameViewer<Integer> viewer = new FrameViewer<>("eye", () -> GreyImage::width).start();
    viewer.close();

    assertEquals(Optional.empty(), viewer.show(frame(7)));
  }

  private int slowly(GreyImage frame) {
    looking.countDown();
    try {
      looked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return frame.width();
  }

  private static CompletableFuture<Optional<Integer>> showing(
      FrameViewer<Integer> viewer, int width) {
    CompletableFuture<Optional<Integer>> seen = new CompletableFuture<>();
    Thread.startVirtualThread(() -> seen.complete(viewer.show(frame(width))));
    return seen;
  }

  private static GreyImage frame(int width) {
    return new GreyImage(new byte[width], width, 1);
  }
}
