package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.packs.MadeUpRegion;

class CatalogCommandTest {

  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyTheMadeUpRegion() throws IOException {
    MadeUpRegion.copyTo(root);
  }

  @Test
  void export_prints_every_printed_column_and_our_reading_beside_it() throws IOException {
    assertEquals(0, run("export", "--region", "yunlan"));

    JsonNode json = new ObjectMapper().readTree(out.toString());
    JsonNode first = json.get("items").get(0);
    assertEquals("yunlan", json.get("region").asText());
    assertEquals("云岚市医疗保障经办政务服务事项清单", json.get("title").asText());
    assertEquals("说明：清单内容根据医保政策变化等进行动态调整。", json.get("footnotes").get(0).asText());
    assertEquals("在职职工不超过5个工作日；灵活就业人员即时办结", first.get("timeLimit").asText());
    assertEquals("[\"申请\",\"受理\",\"审核\",\"办结\"]", first.get("stages").toString());
    assertEquals("申请-受理-审核-办结", first.get("stagesText").asText());
    assertEquals("Guidance", first.get("ending").asText());
    assertEquals("InstantFiling", first.get("branches").get(0).get("ending").asText());
  }

  @Test
  void export_tells_a_missing_column_from_an_empty_cell() throws IOException {
    run("export", "--region", "yunlan");

    JsonNode third = new ObjectMapper().readTree(out.toString()).get("items").get(2);
    assertTrue(third.get("channel").isNull());
    assertEquals("", third.get("remarks").asText("no text"));
  }

  @Test
  void export_of_an_unknown_region_names_the_known_ones() {
    assertEquals(2, run("export", "--region", "atlantis"));
    assertTrue(err.toString().contains("yunlan"));
  }

  @Test
  void without_a_regions_folder_the_environment_is_at_fault() {
    assertEquals(3, execute("export", "--region", "yunlan", "--regions", root + "/nowhere"));
    assertEquals(3, execute("check", "--regions", root + "/nowhere"));
  }

  @Test
  void without_a_subcommand_the_usage_is_wrong() {
    assertEquals(2, execute());
  }

  @Test
  void check_says_that_a_pack_is_sound() {
    assertEquals(0, run("check"));
    assertTrue(out.toString().startsWith("yunlan 云岚市：5 项"));
  }

  @Test
  void check_takes_a_single_region_as_well_as_a_folder_of_them() {
    assertEquals(0, execute("check", root.resolve("yunlan").toString()));
    assertEquals(0, execute("check", root.toString()));
    assertEquals(2, execute("check", root.resolve("nowhere").toString()));
  }

  @Test
  void check_names_file_and_line_of_each_fault() throws IOException {
    MadeUpRegion.replace(root, "reading.yaml", "ending: Query", "ending: Quarry");

    assertEquals(1, run("check"));
    assertTrue(err.toString().startsWith("yunlan/reading.yaml:62: "), err::toString);
  }

  @Test
  void check_with_a_source_prints_what_the_pack_leaves_out() throws IOException {
    Path source = root.resolve("list.txt");
    try (var text = getClass().getResourceAsStream("/published/yunlan.txt")) {
      Files.copy(text, source);
    }

    assertEquals(0, run("check", "--source", source.toString()));
    assertTrue(out.toString().contains("list.txt:3: 余下“主项"), out::toString);
    assertFalse(out.toString().contains("没有说明"));

    Files.writeString(source, Files.readString(source) + "附：另行通知。");
    assertEquals(1, run("check", "--source", source.toString()));
    assertTrue(out.toString().contains("list.txt:13: 余下“附：另行通知。”：没有说明"), out::toString);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(Stream.of(arguments).toList());
    all.addAll(List.of("--regions", root.toString()));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    var line = new CommandLine(new CatalogCommand());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
