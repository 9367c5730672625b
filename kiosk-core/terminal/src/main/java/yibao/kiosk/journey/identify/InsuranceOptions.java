package yibao.kiosk.journey.identify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.record.Insurance;

/**
 * Several insurances of one person, one of which must be picked.
 *
 * @param insurances in the platform's order
 */
public record InsuranceOptions(List<Insurance> insurances) {

  /** The question, with the one picked before, if it is still among them. */
  public Step.Question ask(String question, Optional<Insurance> picked) {
    return Step.Question.choice(
        "insurance",
        question,
        picked.map(insurances::indexOf).filter(i -> i >= 0).map(String::valueOf),
        IntStream.range(0, insurances.size()).mapToObj(i -> option(i, insurances.get(i))).toList());
  }

  /** The one picked. */
  public Insurance pick(JsonNode answer) {
    String value = Answers.text(answer, "value");
    return IntStream.range(0, insurances.size())
        .filter(i -> Integer.toString(i).equals(value))
        .mapToObj(insurances::get)
        .findFirst()
        .orElseThrow(() -> new Misread("value", "one of the options"));
  }

  private static Step.Question.Option option(int index, Insurance insurance) {
    return new Step.Question.Option(
        Integer.toString(index),
        insurance.kind().label(),
        Optional.of(
            String.join(
                "，", insurance.placeName(), insurance.personType(), insurance.status().label())));
  }
}
