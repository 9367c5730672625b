package yibao.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.250Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCE = "0123456789abcdef";

  private final MessageCodec codec = MessageCodec.strict();

  static List<Message> messages() {
    return List.of(
        new Message.State(
            1,
            NOON,
            NOON,
            "示例大厅",
            "qinghai",
            "0.1.0",
            true,
            Optional.of(new Message.Closed(Message.Closed.Why.staff, "换纸", Optional.of(NOON))),
            Optional.of(new Message.Help(NOON, Optional.of("1001"))),
            List.of(
                new Message.Device(
                    "printer",
                    "userError",
                    Optional.of("out"),
                    Optional.of("paper-out"),
                    Optional.of("换一卷纸"),
                    NOON)),
            new Message.FilingCounts(2, 1),
            List.of(
                new Message.BadRating(
                    3,
                    15,
                    Optional.of("门诊费用报销"),
                    LocalDate.of(2026, 3, 23),
                    Optional.of("1001"),
                    false)),
            List.of("devices-changed"),
            0),
        new Message.Gone(1, Message.Gone.Why.lost),
        report(new Happening.DeviceChanged("scan", "noDevice", Optional.empty(), Optional.empty())),
        report(
            new Happening.VisitEnded(
                Optional.of(7), Optional.of("参保人员参保信息查询"), false, "question", 95, Optional.of(12))),
        report(new Happening.Counted(NOON, NOON, new TreeMap<>(java.util.Map.of("card.read", 3L)))),
        report(new Happening.FilingsWaitTooLong(3, NOON)),
        report(new Happening.DayDiffers(LocalDate.of(2026, 3, 1), 2)),
        report(new Happening.StoreFault("store.disk-full")),
        report(new Happening.PrintUnknown("printer", "no-answer")),
        report(
            new Happening.OrderAnswered(8, Happening.OrderAnswered.Outcome.done, Optional.empty())),
        report(
            new Happening.LogPulled(
                9, List.of(new Happening.LogLine(NOON, "warning", "Reporter", "no {0}")))),
        report(new Happening.OrderForged(3)),
        report(new Happening.DefaultsAnswered(9, Happening.DefaultsAnswered.Outcome.rolledBack)),
        new Message.Defaults(1, "e30=", "A".repeat(86) + "=="),
        new Message.Command(1, "e30=", "A".repeat(86) + "=="),
        new Message.Taken(1, SOURCE, List.of(1L, 2L)));
  }

  private static Message report(Happening happening) {
    return new Message.Report(1, SOURCE, 9, NOON, happening);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everything_that_is_written_keeps_the_schema_and_is_read_as_it_was(Message message) {
    MessageCodec.Read.Understood read =
        assertInstanceOf(MessageCodec.Read.Understood.class, codec.read(codec.write(message)));
    assertEquals(message, read.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"kind\":\"gone\",\"version\":2,\"why\":\"lost\"}",
        "{\"kind\":\"gone\",\"version\":1,\"why\":\"lost\"} {}",
        "{\"kind\":\"gone\",\"version\":1,\"why\":\"lost\",\"name\":\"某某\"}",
        "{\"kind\":\"taken\",\"version\":1,\"source\":\"0123456789abcdef\",\"numbers\":[0]}",
        "{\"kind\":\"report\",\"version\":1,\"source\":\"0123456789abcdef\",\"number\":1,"
            + "\"at\":\"2026-99-99T04:00:00Z\",\"happening\":{\"type\":\"storeFault\",\"code\":\"x\"}}"
      })
  void what_does_not_keep_the_schema_is_not_read(String text) {
    assertEquals(
        new MessageCodec.Read.Malformed(), codec.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_monitor_leaves_out_what_only_a_newer_terminal_knows(Message message) throws Exception {
    ObjectNode newer = (ObjectNode) JSON.readTree(codec.write(message));
    newer.put("later", "某某");
    newer.findParents("name").forEach(part -> ((ObjectNode) part).put("later", "某某"));
    byte[] told = JSON.writeValueAsBytes(newer);

    assertEquals(new MessageCodec.Read.Malformed(), codec.read(told));
    assertEquals(new MessageCodec.Read.Understood(message), MessageCodec.tolerant().read(told));
  }

  @Test
  void a_monitor_reads_nothing_of_a_version_it_does_not_know() {
    assertEquals(
        new MessageCodec.Read.Malformed(),
        MessageCodec.tolerant()
            .read(
                "{\"kind\":\"gone\",\"version\":2,\"why\":\"lost\"}"
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_is_longer_than_any_message_is_not_even_looked_at() {
    assertEquals(
        new MessageCodec.Read.Oversize(), codec.read(new byte[MessageCodec.MOST_BYTES + 1]));
  }

  @Test
  void a_topic_says_whose_it_is() {
    Topics topics = new Topics("xining-01", "T-07");
    assertEquals("yibao/xining-01/T-07/state", topics.topic(Topics.Channel.STATE));
    assertEquals(
        Optional.of(new Topics.Place(topics, Topics.Channel.STATE)),
        Topics.parse("yibao/xining-01/T-07/state"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yibao/a/b",
        "yibao/a/b/other",
        "yibao/a/b/state/x",
        "yibao/a/+/state",
        "yibao//b/state",
        "a"
      })
  void other_topics_are_nobodys(String topic) {
    assertEquals(Optional.empty(), Topics.parse(topic));
  }
}
