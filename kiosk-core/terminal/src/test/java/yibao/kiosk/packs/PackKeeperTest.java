package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.packs.PackKeeper.Opened;
import yibao.kiosk.packs.PackKeeper.Serving;

/** A pack is replaced under a running terminal. */
class PackKeeperTest {

  @TempDir Path root;
  @TempDir Path kept;

  private PackKeeper.Demands demands = (folder, pack) -> List.of();

  @BeforeEach
  void copyTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
  }

  @Test
  void a_pack_nobody_touched_stays() {
    PackKeeper keeper = open();

    assertEquals(Optional.empty(), keeper.look());
    assertEquals("云岚市", keeper.serving().pack().region().name());
  }

  @Test
  void a_replaced_pack_takes_effect_once_it_has_settled() throws IOException {
    PackKeeper keeper = open();
    rename("云岚新市");

    assertEquals(Optional.empty(), keeper.look(), "it may still be being copied");
    assertEquals("云岚新市", keeper.look().orElseThrow().pack().region().name());
    assertEquals("云岚新市", keeper.serving().pack().region().name());
    assertEquals(Optional.empty(), keeper.look());
  }

  @Test
  void a_faulty_pack_is_refused_whole_and_its_faults_are_told() throws IOException {
    PackKeeper keeper = open();
    rename("云岚新市");
    MadeUpRegion.replace(root, "reading.yaml", "ending: Query", "ending: Quarry");
    keeper.look();

    Serving after = keeper.look().orElseThrow();

    assertEquals("云岚市", after.pack().region().name());
    assertEquals("yunlan/reading.yaml", after.faults().getFirst().file());
    assertEquals(62, after.faults().getFirst().line());
  }

  @Test
  void a_pack_put_right_again_takes_effect() throws IOException {
    PackKeeper keeper = open();
    MadeUpRegion.replace(root, "reading.yaml", "ending: Query", "ending: Quarry");
    keeper.look();
    keeper.look();
    MadeUpRegion.replace(root, "reading.yaml", "ending: Quarry", "ending: Query");
    keeper.look();

    assertEquals(List.of(), keeper.look().orElseThrow().faults());
  }

  @Test
  void a_terminal_that_starts_beside_a_half_copied_pack_serves_the_last_good_one()
      throws IOException {
    open();
    Files.delete(root.resolve("yunlan/list.yaml"));

    PackKeeper keeper = open();

    assertEquals(5, keeper.serving().pack().region().items().size());
    assertEquals("缺少这个文件", keeper.serving().faults().getFirst().message());
  }

  @Test
  void a_terminal_that_starts_again_writes_nothing_while_its_pack_is_the_same() throws IOException {
    open();
    Path copy = kept.resolve("current/yunlan/list.yaml");
    var written = Files.getLastModifiedTime(copy);
    Files.setLastModifiedTime(copy, FileTime.from(written.toInstant().minusSeconds(60)));

    open();

    assertEquals(written.toInstant().minusSeconds(60), Files.getLastModifiedTime(copy).toInstant());
  }

  @Test
  void a_power_cut_while_the_copy_was_renamed_loses_nothing() throws IOException {
    open();
    Files.move(kept.resolve("current"), kept.resolve("before"));
    Files.delete(root.resolve("yunlan/list.yaml"));

    assertEquals("云岚市", open().serving().pack().region().name());
  }

  @Test
  void a_pack_without_what_this_terminal_needs_is_refused_too() throws IOException {
    demands =
        (folder, pack) ->
            pack.region().pool("990122").isPresent()
                ? List.of()
                : List.of(new Fault("yunlan/region.yaml", 0, "没有统筹区 990122", "补上"));
    PackKeeper keeper = open();
    MadeUpRegion.replace(root, "region.yaml", "990122", "990133");
    keeper.look();

    assertEquals("没有统筹区 990122", keeper.look().orElseThrow().faults().getFirst().message());
    assertTrue(keeper.serving().pack().region().pool("990122").isPresent());
  }

  @Test
  void a_folder_that_vanished_is_no_pack_either() throws IOException {
    PackKeeper keeper = open();
    Files.move(root.resolve("yunlan"), root.resolve("yunlan-old"));
    keeper.look();

    Serving after = keeper.look().orElseThrow();
    assertEquals("云岚市", after.pack().region().name());
    assertFalse(after.faults().isEmpty());
  }

  @Test
  void a_new_year_of_holidays_needs_no_new_build() throws IOException {
    PackKeeper keeper = open();
    var day = LocalDate.of(2031, 10, 6);
    assertFalse(keeper.serving().pack().dayCounter().workingDays(day, 1).arranged());

    Files.createDirectories(root.resolve("_shared/calendar"));
    Files.writeString(
        root.resolve("_shared/calendar/2031.yaml"),
        """
        year: 2031
        source: 测试
        holidays: [{ name: 国庆节, from: 2031-10-01, to: 2031-10-07 }]
        workdays: []
        """);
    keeper.look();
    keeper.look();

    var deadline = keeper.serving().pack().dayCounter().workingDays(day, 1);
    assertTrue(deadline.arranged());
    assertEquals(LocalDate.of(2031, 10, 8), deadline.date());
  }

  @Test
  void with_neither_a_good_pack_nor_a_kept_one_there_is_nothing_to_serve() throws IOException {
    Files.delete(root.resolve("yunlan/list.yaml"));

    var nothing =
        assertInstanceOf(Opened.Unservable.class, PackKeeper.open(root, "yunlan", kept, demands));
    assertEquals("yunlan/list.yaml", nothing.faults().getFirst().file());
  }

  private PackKeeper open() {
    return assertInstanceOf(Opened.Ready.class, PackKeeper.open(root, "yunlan", kept, demands))
        .keeper();
  }

  private void rename(String name) throws IOException {
    MadeUpRegion.replace(root, "region.yaml", "name: 云岚市\n", "name: " + name + "\n");
  }
}
