package yibao.kiosk.form;

import java.util.List;
import java.util.Set;

/**
 * How wrong entries of a filing made with a form are put right 更正.
 *
 * @param filing the kind of 办件 that does it; the province's profile maps it
 * @param states states of the filing in which it may be done, by their names
 * @param fields what may be put right; none of them decides which papers are needed
 * @param otherwise what to do in any other state, in a sentence
 */
public record Correction(String filing, Set<String> states, List<String> fields, String otherwise) {

  public Correction {
    states = Set.copyOf(states);
    fields = List.copyOf(fields);
  }
}
