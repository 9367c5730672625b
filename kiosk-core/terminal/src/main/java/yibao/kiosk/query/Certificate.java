package yibao.kiosk.query;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Insurance;

/** A document the terminal can make of what the platform knows; {@link Certificates} has them. */
public interface Certificate {

  /**
   * What the paper says.
   *
   * @param template the paper's name among the A4 documents
   * @param fields the fields that template declares
   */
  record Contents(String template, Map<String, Object> fields) {
    public Contents {
      fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Contents[" + template + "]";
    }
  }

  /** Of which insurances of a person it can be made, ended ones included. */
  Predicate<Insurance> of();

  /** The papers it may be made on, by their names among the A4 documents. */
  Set<String> templates();

  /** Asks for what it says; empty where there is nothing to certify. Blocks for a bounded time. */
  Reply<Optional<Contents>> contents(Question question);
}
