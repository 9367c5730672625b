package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a filing lacks 缺件: why it is only received, or was given back.
 *
 * @param materials what is missing, as the platform calls the papers
 * @param words what the examiner says; may be empty
 * @param by last day to hand it in, where there is one
 * @param limit working days promised from the day it is handed in; empty where no limit of working
 *     days begins then
 */
public record Shortfall(
    List<String> materials, String words, Optional<LocalDate> by, Optional<Integer> limit) {

  public Shortfall {
    materials = List.copyOf(materials);
  }
}
