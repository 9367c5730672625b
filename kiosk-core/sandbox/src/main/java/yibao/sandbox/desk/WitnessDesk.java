package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;

/** Keeps points of terminals' audit records, a line each: 990120 and 990121. */
final class WitnessDesk {

  private static final int MOST = 100;
  private static final List<Field> POINT =
      List.of(
          Field.required("anch_no", 18).like("[1-9]\\d*"),
          Field.required("anch_dgst", 64).like("[0-9a-f]{64}"));

  private record Point(String terminal, long number, String digest) {
    static Point parse(String line) {
      String[] words = line.split(" ", 3);
      return new Point(words[2], Long.parseLong(words[0]), words[1]);
    }

    String line() {
      return number + " " + digest + " " + terminal;
    }

    void describe(ObjectNode row) {
      row.put("anch_no", Long.toString(number)).put("anch_dgst", digest);
    }
  }

  private final Path file;

  WitnessDesk(Path file) {
    this.file = file;
  }

  synchronized Answer keep(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(POINT);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    Point point =
        new Point(
            terminal(request), Long.parseLong(input.text("anch_no")), input.text("anch_dgst"));
    List<Point> kept = of(point.terminal());
    if (!kept.contains(point)) {
      if (!kept.isEmpty() && kept.getLast().number() >= point.number()) {
        return Answer.refused(Codes.OTHER_ANCHOR, "审计锚点与已保存的不符");
      }
      write(point);
    }
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    point.describe(output.putObject("result"));
    return Answer.of(output);
  }

  synchronized Answer kept(Request request) {
    List<Point> points = of(terminal(request));
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = output.putArray("result");
    points.stream()
        .skip(Math.max(0, points.size() - MOST))
        .forEach(point -> point.describe(rows.addObject()));
    return Answer.of(output);
  }

  private static String terminal(Request request) {
    return request.device().orElse(request.organisation());
  }

  private List<Point> of(String terminal) {
    try {
      return Files.notExists(file)
          ? List.of()
          : Files.readAllLines(file).stream()
              .map(Point::parse)
              .filter(point -> point.terminal().equals(terminal))
              .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void write(Point point) {
    try {
      Files.writeString(
          file,
          point.line() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
