package yibao.sandbox.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * What a filing lacks 缺件.
 *
 * @param materials what is missing, as papers are called
 * @param words what the one who looked at it says; may be empty
 * @param by last day to hand it in
 */
public record Shortfall(List<String> materials, String words, LocalDate by) {

  public Shortfall {
    materials = List.copyOf(materials);
  }
}
