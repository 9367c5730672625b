package yibao.kiosk.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the 办理环节.
 *
 * @param name as printed
 */
public record Stage(String name) {

  // The lists write -, --, —, ―, – and mixtures of them, with and without spaces.
  private static final Pattern DASHES =
      Pattern.compile("\\s*[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]+\\s*");

  /** The stages of a printed cell; a full stop at its end is not part of a name. */
  public static List<Stage> split(String printed) {
    return Arrays.stream(DASHES.split(PrintedText.normalise(printed)))
        .map(name -> name.replaceFirst("[。.；;]$", ""))
        .filter(name -> !name.isEmpty())
        .map(Stage::new)
        .toList();
  }
}
