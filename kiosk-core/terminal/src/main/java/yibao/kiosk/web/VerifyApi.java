package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.paper.Verification.Verdict;

/** Says whether a paper's verification code is genuine, and what was issued. */
public final class VerifyApi {
  private static final int LONGEST_CODE = 1_000;

  private final Supplier<Verification> verification;
  private final Sentences sentences;
  private final ViewJson json = new ViewJson();

  /** Checks with this terminal's keys, which may still be on their way. */
  public VerifyApi(Supplier<Verification> verification, Sentences sentences) {
    this.verification = verification;
    this.sentences = sentences;
  }

  /** What the screen is told; the contract's {@code Verdict}. */
  private record Told(
      String outcome,
      String sentence,
      Optional<String> title,
      Optional<String> number,
      Optional<LocalDate> issuedOn,
      Optional<String> issuer,
      Optional<String> holder) {}

  /** Adds the call. The code comes in the body, never in an address. */
  public void mount(Router router) {
    router.post("/api/verify").handler(this::verify);
  }

  private void verify(RoutingContext context) {
    try {
      String text = json.read(context.body().asString()).path("text").asText();
      if (text.isBlank() || text.length() > LONGEST_CODE) {
        throw new IllegalArgumentException("no code");
      }
      context
          .response()
          .putHeader("Content-Type", "application/json; charset=utf-8")
          .end(json.write(told(verification.get().check(text))));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      Problem.of(400, "web.misread", sentences.say("web.misread")).send(context, json);
    }
  }

  private Told told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Genuine genuine ->
          new Told(
              "genuine",
              sentences.say("verify.genuine"),
              Optional.of(genuine.title()),
              Optional.of(genuine.number()),
              Optional.of(genuine.issuedOn()),
              Optional.of(genuine.issuer()),
              Optional.of(genuine.holder()));
      case Verdict.Forged _ -> bare("forged");
      case Verdict.UnknownOffice _ -> bare("unknownOffice");
      case Verdict.NotACode _ -> bare("notACode");
    };
  }

  private Told bare(String outcome) {
    return new Told(
        outcome,
        sentences.say("verify." + outcome),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
