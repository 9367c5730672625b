package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** Takes ratings 好差评, a line each, one for each number: 990130. */
final class RatingDesk {

  private static final List<Field> RATING =
      List.of(
          Field.required("evl_no", 32).like("[0-9a-f]{32}"),
          Field.required("evl_item", 40),
          Field.required("evl_lv", 1).like("[1-5]"),
          Field.optional("evl_rea", 200),
          Field.required("evl_time", 19).like("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"));

  private final Path file;

  RatingDesk(Path file) {
    this.file = file;
  }

  /** The same number a second time changes nothing and is answered as the first time. */
  synchronized Answer take(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(RATING);
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    String number = input.text("evl_no");
    if (lines().stream().noneMatch(line -> line.startsWith(number + " "))) {
      write(
          String.join(
              " ",
              number,
              input.text("evl_item"),
              input.text("evl_lv"),
              input.optional("evl_rea").orElse("-"),
              input.text("evl_time")));
    }
    var output = JsonNodeFactory.instance.objectNode();
    output.putObject("result").put("evl_no", number);
    return Answer.of(output);
  }

  private List<String> lines() {
    try {
      return Files.notExists(file) ? List.of() : Files.readAllLines(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void write(String line) {
    try {
      Files.writeString(
          file,
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
