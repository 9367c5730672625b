package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.packs.Fault;
import yibao.kiosk.packs.MadeUpRegion;
import yibao.kiosk.packs.PackKeeper;
import yibao.kiosk.paper.RegionPapers;

class PackWatchTest {

  private static final Duration TWO_LOOKS = Duration.ofSeconds(20);

  private static final String RESULT = "filing-result";

  @TempDir private Path root;
  @TempDir private Path kept;

  private final HandMadeTime time = new HandMadeTime();
  private PackKeeper keeper;
  private PackWatch watch;
  private boolean somebodyHere;
  private RegionPapers papers;

  @BeforeEach
  void watchTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
    keeper =
        assertInstanceOf(
                PackKeeper.Opened.Ready.class,
                PackKeeper.open(
                    root, "yunlan", kept, (folder, pack) -> RegionPapers.faults(folder)))
            .keeper();
    readPapers();
    watch = new PackWatch(keeper, time, () -> !somebodyHere, Runnable::run, this::readPapers);
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

  @Test
  void a_paper_of_the_regions_own_is_taken_up_while_the_terminal_runs() throws IOException {
    assertEquals("办理结果回执", papers.receipts().title(RESULT));

    putPaper("title: 云岚办理结果", "|{{item}}|");
    time.pass(TWO_LOOKS);

    assertEquals("云岚办理结果", papers.receipts().title(RESULT));
  }

  @Test
  void a_mistake_in_a_paper_is_told_with_its_line_and_the_last_good_one_stays() throws IOException {
    putPaper("title: 云岚办理结果", "|{{item}}|");
    time.pass(TWO_LOOKS);
    putPaper("title: 云岚办理结果二", "|{{itm}}|");
    time.pass(TWO_LOOKS);

    Fault fault = keeper.serving().faults().getFirst();
    assertEquals("yunlan/papers/filing-result.receipt", fault.file());
    assertEquals(6, fault.line());
    assertTrue(fault.message().contains("itm"), fault.message());
    readPapers();
    assertEquals("云岚办理结果", papers.receipts().title(RESULT));

    putPaper("title: 云岚办理结果三", "|{{item}}|");
    time.pass(TWO_LOOKS);
    assertEquals("云岚办理结果三", papers.receipts().title(RESULT));
  }

  private void readPapers() {
    papers = RegionPapers.of(keeper.folder());
  }

  private void putPaper(String title, String line) throws IOException {
    Path folder = Files.createDirectories(root.resolve("yunlan/papers"));
    Files.writeString(
        folder.resolve(RESULT + ".receipt"),
        "---\n" + title + "\nfields:\n  item: text 事项\n---\n" + line + "\n");
  }

  private void replace() throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "name: 云岚市\n", "name: 云岚新市\n");
  }

  private String served() {
    return keeper.serving().pack().region().name();
  }
}
