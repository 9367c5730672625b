package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.packs.MadeUpRegion;
import yibao.kiosk.packs.PackKeeper;

class PackWatchTest {

  private static final Duration TWO_LOOKS = Duration.ofSeconds(20);

  @TempDir private Path root;
  @TempDir private Path kept;

  private final HandMadeTime time = new HandMadeTime();
  private PackKeeper keeper;
  private PackWatch watch;
  private boolean somebodyHere;

  @BeforeEach
  void watchTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
    keeper =
        assertInstanceOf(
                PackKeeper.Opened.Ready.class,
                PackKeeper.open(root, "yunlan", kept, pack -> List.of()))
            .keeper();
    watch = new PackWatch(keeper, time, () -> !somebodyHere, Runnable::run);
    watch.start();
  }

  @Test
  void a_replaced_pack_is_served_within_two_looks() throws IOException {
    replace();
    time.pass(TWO_LOOKS);

    assertEquals("云岚新市", served());
  }

  @Test
  void a_visit_under_way_keeps_its_region() throws IOException {
    somebodyHere = true;
    replace();
    time.pass(TWO_LOOKS);
    assertEquals("云岚市", served());

    somebodyHere = false;
    time.pass(TWO_LOOKS);
    assertEquals("云岚新市", served());
  }

  @Test
  void once_closed_nothing_is_looked_at_any_more() throws IOException {
    watch.close();
    replace();
    time.pass(TWO_LOOKS.multipliedBy(3));

    assertEquals("云岚市", served());
  }

  private void replace() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "name: 云岚市\n", "name: 云岚新市\n");
  }

  private String served() {
    return keeper.serving().pack().region().name();
  }
}
