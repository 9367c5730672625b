package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.page.PageFault;
import yibao.devices.qr.GreyImage;
import yibao.kiosk.hardware.DocumentCamera.Shot;

@Timeout(60)
class ScreenDocumentCameraTest {
  private final List<Boolean> lamp = new ArrayList<>();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final ScreenDocumentCamera camera = camera(Duration.ofSeconds(20));

  private ScreenDocumentCamera camera(Duration patience) {
    return new ScreenDocumentCamera(new Lens(Optional.empty()), lamp::add, board, patience).start();
  }

  @AfterEach
  void end() {
    camera.close();
  }

  /** A sheet of 600 × 800 on a dark mat of 1000 × 1000. */
  private static BufferedImage sheet(int left) {
    BufferedImage picture = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(new Color(40, 40, 40));
    brush.fillRect(0, 0, 1000, 1000);
    brush.setColor(new Color(220, 220, 220));
    brush.fillRect(left, 100, 600, 800);
    brush.dispose();
    return picture;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private CompletableFuture<Shot> shooting() {
    CompletableFuture<Shot> shot = new CompletableFuture<>();
    Thread.startVirtualThread(() -> shot.complete(camera.shoot()));
    return shot;
  }

  private void filmUntilWanted(BufferedImage picture) {
    while (!camera.film(GreyImage.of(picture)).orElseThrow().shoot()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void every_frame_says_what_keeps_the_page_from_being_read() {
    assertEquals(Optional.empty(), camera.film(GreyImage.of(sheet(200))).orElseThrow().fault());
    assertEquals(
        Optional.of(PageFault.CUT_OFF),
        camera.film(GreyImage.of(sheet(-100))).orElseThrow().fault());
    assertEquals(DeviceState.ONLINE, board.statuses().getFirst().state());
  }

  @Test
  void a_page_is_taken_when_a_stage_asks_for_it_cut_out_and_lit() throws Exception {
    CompletableFuture<Shot> shot = shooting();
    filmUntilWanted(sheet(200));

    assertTrue(camera.picture(png(sheet(200))));

    Shot.Taken taken = assertInstanceOf(Shot.Taken.class, shot.join());
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(taken.image()));
    assertEquals(600, page.getWidth(), 8);
    assertEquals(800, page.getHeight(), 8);
    assertEquals(List.of(true, false), lamp);
  }

  @Test
  void what_is_wrong_with_the_picture_is_what_came_of_it() throws Exception {
    CompletableFuture<Shot> shot = shooting();
    filmUntilWanted(sheet(200));

    camera.picture(png(sheet(-100)));

    assertEquals(new Shot.NotTaken("page.cut-off"), shot.join());
  }

  @Test
  void what_is_no_picture_is_none() {
    CompletableFuture<Shot> shot = shooting();
    filmUntilWanted(sheet(200));

    camera.picture(new byte[] {1, 2, 3});

    assertEquals(new Shot.NotTaken("camera.no-picture"), shot.join());
  }

  @Test
  void a_picture_nobody_wants_is_not_taken() throws Exception {
    assertFalse(camera.picture(png(sheet(200))));
    assertFalse(camera.film(GreyImage.of(sheet(200))).orElseThrow().shoot());
  }

  @Test
  void a_screen_that_sends_no_picture_is_not_waited_for_long() {
    try (ScreenDocumentCamera impatient = camera(Duration.ofMillis(1))) {
      assertEquals(new Shot.NotTaken("camera.no-picture"), impatient.shoot());
    }
  }
}
