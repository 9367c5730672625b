package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.packs.MadeUpRegion;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.store.Keys;

/** A region nobody has heard of is a folder somewhere on the disk; no code knows it. */
class SixthRegionTest {

  private static final int ENROLMENT = 1;
  private static final int RELOCATION = 6;

  @TempDir private Path regions;
  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void openAHallThere() throws IOException {
    MadeUpRegion.copyTo(regions);
    hall = new FakeHall(regions, "yunlan", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void what_its_windows_do_goes_home_on_paper() {
    hall.journey().start();
    screen.answer("{\"item\":" + ENROLMENT + "}");
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"employed\"}");
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, step -> step.phase() == Step.Paper.Phase.PRINTED);

    // The printer breaks lines; what is read on paper is compared without them.
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertAll(
        Stream.of("一次性告知单", "加盖单位公章", "有效身份证件复印件", "受理后5个工作日内", "0999-5550101", "云岚市云溪路")
            .map(words -> () -> assertTrue(paper.contains(words), () -> words + " in " + paper)));
  }

  @Test
  void a_filing_runs_there_from_the_list_to_the_receipt_number() {
    hall.journey().start();
    screen.answer("{\"item\":" + RELOCATION + "}");
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"file\"}");
    Step.Brief brief = screen.await(Step.Brief.class);
    assertEquals("在本机即时办结", brief.endingSentence());
    assertEquals(
        List.of("1. 《异地就医登记备案表》（在本机填写）", "2. 长期居住认定材料（任选其一）：居住证；或 居民户口簿；或 个人承诺书（在本机签名）"),
        brief.materials());
    screen.answer("{\"choice\":\"start\"}");

    hall.cards.lay(FakeHall.card());
    screen.confirm();
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"310000\"}");
    screen.answer("{\"value\":\"2026-03-02\"}");
    Step.Commitment promise = screen.await(Step.Commitment.class);
    assertEquals("异地就医备案个人承诺书", promise.title());
    screen.answer("{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + promise.digest() + "\"}");
    screen.answer(
        "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}");
    screen.await(Step.Review.class);
    screen.answer("{\"submit\":true}");

    Step.Result result = screen.await(Step.Result.class);
    assertEquals("SL2026030200001", result.number().orElseThrow());
    FilingDraft received = hall.received.getFirst();
    assertEquals("yunlan", received.region());
    assertEquals("longTermResidence", received.values().get("filingKind"));
    assertEquals("relocation", received.commitment().orElseThrow().id());
  }
}
