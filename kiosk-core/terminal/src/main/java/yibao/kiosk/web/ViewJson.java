package yibao.kiosk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.ext.web.RoutingContext;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Doors;

/**
 * Views as the contract writes them: absent members left out, words of a choice in lower camel
 * case.
 */
final class ViewJson {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .addMixIn(Step.class, NamesItsKind.class)
          .addMixIn(StepKind.class, CamelCase.class)
          .addMixIn(Language.class, Tags.class)
          .addMixIn(Notice.Tone.class, CamelCase.class)
          .addMixIn(Step.Identify.Phase.class, CamelCase.class)
          .addMixIn(Step.Identify.Whose.class, CamelCase.class)
          .addMixIn(Step.Identify.Accepted.class, DeviceWords.class)
          .addMixIn(Step.Materials.Phase.class, CamelCase.class)
          .addMixIn(Step.Materials.State.class, CamelCase.class)
          .addMixIn(Step.Staff.Phase.class, CamelCase.class)
          .addMixIn(Step.Rate.Phase.class, CamelCase.class)
          .addMixIn(Step.Question.InputKind.class, CamelCase.class)
          .addMixIn(Step.Question.PlaceLevel.class, CamelCase.class)
          .addMixIn(Step.Wait.Doing.class, CamelCase.class)
          .addMixIn(Step.Paper.Phase.class, CamelCase.class)
          .addMixIn(Step.Paper.Medium.class, CamelCase.class)
          .addMixIn(Step.Result.Outcome.class, CamelCase.class)
          .addMixIn(Doors.Why.class, CamelCase.class)
          .addMixIn(WindowView.Kind.class, CamelCase.class)
          .build();

  private final Interpretation interpretation = new Interpretation();

  private interface NamesItsKind {
    @JsonProperty("kind")
    StepKind kind();
  }

  @EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
  private interface CamelCase {}

  private interface Tags {
    @JsonValue
    String tag();
  }

  private enum DeviceWords {
    @JsonProperty("id-card")
    ID_CARD,
    @JsonProperty("ss-card")
    SS_CARD,
    @JsonProperty("e-voucher")
    E_VOUCHER,
    @JsonProperty("verification-code")
    VERIFICATION_CODE
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view can always be written", e);
    }
  }

  /** Answers a call with a value. */
  void send(RoutingContext context, Object value) {
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(write(value));
  }

  /** What a citizen reads, in a language. */
  String say(Object value, Language language) {
    return write(interpretation.into(language, mapper.valueToTree(value)));
  }

  /** Reads a request's body; an empty one is an empty object. */
  JsonNode read(String body) throws JsonProcessingException {
    return body == null || body.isBlank() ? mapper.createObjectNode() : mapper.readTree(body);
  }

  StepKind kind(String word) {
    return mapper.convertValue(word, StepKind.class);
  }
}
