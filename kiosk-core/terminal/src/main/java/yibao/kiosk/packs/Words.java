package yibao.kiosk.packs;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constant a word of a pack names. */
final class Words {

  private Words() {}

  /** The constant with this key; an unknown word is the schema's to name. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, Function<E, String> key, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> key.apply(constant).equals(word))
        .findFirst();
  }
}
