package yibao.kiosk.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.Verification.Verdict;

/** The few pages that phones in the hall see; plain HTML without a script. */
final class HallPages {
  private final Template take = template("take.html");
  private final Template gone = template("gone.html");
  private final Template verify = template("verify.html");
  private final String style = read("hall.css");
  private final Sentences sentences;
  private final String terminal;

  HallPages(Sentences sentences, String terminal) {
    this.sentences = sentences;
    this.terminal = terminal;
  }

  String style() {
    return style;
  }

  /** A button, because a messenger that looks at the link must not take the paper. */
  String take() {
    return take.execute(Map.of("terminal", terminal));
  }

  String gone() {
    return gone.execute(Map.of());
  }

  String verify(Optional<Verdict> verdict) {
    return verify.execute(
        verdict.map(v -> Map.<String, Object>of("verdict", told(v))).orElse(Map.of()));
  }

  private Map<String, String> told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Genuine genuine ->
          Map.of(
              "mood", "good",
              "sentence", sentences.say("verify.genuine"),
              "title", genuine.title(),
              "number", genuine.number(),
              "issuer", genuine.issuer(),
              "issuedOn", genuine.issuedOn().toString(),
              "holder", genuine.holder());
      case Verdict.Forged _ -> bad("verify.forged");
      case Verdict.UnknownOffice _ -> bad("verify.unknownOffice");
      case Verdict.NotACode _ -> bad("verify.notACode");
    };
  }

  private Map<String, String> bad(String code) {
    return Map.of("mood", "bad", "sentence", sentences.say(code));
  }

  private static Template template(String name) {
    return Mustache.compiler().defaultValue("").emptyStringIsFalse(true).compile(read(name));
  }

  private static String read(String name) {
    try (InputStream in = HallPages.class.getResourceAsStream("/hall/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the page " + name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page " + name, e);
    }
  }
}
