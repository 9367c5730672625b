package yibao.templates.receipt;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yibao.templates.receipt.Block.Align;
import yibao.templates.receipt.Block.Column;
import yibao.templates.receipt.Block.Widths;

/**
 * The notation receipts are written in, a part of OFSC ReceiptLine:
 *
 * <ul>
 *   <li>{@code a |b} columns, each drawn to the bar it touches: {@code |left}, {@code right|},
 *       {@code centre}
 *   <li>{@code ^wide^ ^^high^^ ^^^double^^^}, {@code "bold"}, {@code `white on black`}, {@code ~} a
 *       space
 *   <li>{@code ---} a rule, {@code ===} a cut, an empty line an empty line
 *   <li>{@code {width:10,*}} column widths in half-width cells until the next, {@code {width:auto}}
 *       equal shares
 *   <li>{@code {code:TEXT;option:qrcode,6,M}} a QR symbol of 6-dot modules with error correction M
 *   <li>{@code {feed:12}} twelve dots of white; {@code {comment:…}} nothing
 *   <li>{@code \n} a new line within a column; {@code \} before any other sign takes away its
 *       meaning
 * </ul>
 *
 * Printer commands cannot be written in it.
 */
public final class Notation {
  private static final Pattern SIGNS = Pattern.compile("[\\\\|{}~\"`^;:=\\-]");
  private static final Pattern RULE = Pattern.compile("-+");
  private static final Pattern CUT = Pattern.compile("=+");

  private Widths widths = Widths.EQUAL;

  private Notation() {}

  /** The text with every sign of the notation taken as itself. */
  public static String escape(String text) {
    return SIGNS.matcher(text).replaceAll("\\\\$0").replace("\n", "\\n");
  }

  /**
   * Reads a receipt.
   *
   * @throws NotationException if a line is not in the notation
   */
  static List<Block> parse(String text) {
    Notation notation = new Notation();
    List<Block> blocks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      notation.line(i + 1, lines.get(i).strip()).forEach(blocks::add);
    }
    return blocks;
  }

  private Stream<Block> line(int number, String line) {
    if (RULE.matcher(line).matches()) {
      return Stream.of(new Block.Rule());
    }
    if (CUT.matcher(line).matches()) {
      return Stream.of(new Block.Cut());
    }
    if (line.startsWith("{") && line.endsWith("}")) {
      return properties(number, line.substring(1, line.length() - 1));
    }
    return Stream.of(new Block.Row(columns(line), widths));
  }

  private static List<Column> columns(String line) {
    List<String> parts = new ArrayList<>(Escaped.split(line, '|'));
    int last = parts.size() - 1;
    if (last > 0) {
      // A column that touches its inner bar keeps to it: blank on its far side says so.
      if (!parts.getFirst().isEmpty() && !endsBlank(parts.getFirst())) {
        parts.set(0, " " + parts.getFirst());
      }
      if (!parts.get(last).isEmpty() && !parts.get(last).startsWith(" ")) {
        parts.set(last, parts.get(last) + " ");
      }
      if (parts.get(last).isEmpty()) {
        parts.remove(last);
      }
      if (parts.size() > 1 && parts.getFirst().isEmpty()) {
        parts.removeFirst();
      }
    }
    return parts.stream()
        .map(part -> new Column(align(part), InlineText.parse(part.strip())))
        .toList();
  }

  private static Align align(String column) {
    boolean before = column.startsWith(" ");
    boolean after = endsBlank(column);
    if (before == after) {
      return Align.CENTER;
    }
    return before ? Align.RIGHT : Align.LEFT;
  }

  private static boolean endsBlank(String column) {
    return column.endsWith(" ");
  }

  private Stream<Block> properties(int number, String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : Escaped.split(text, ';')) {
      List<String> pair = Escaped.split(property, ':');
      properties.put(
          pair.getFirst().strip(), String.join(":", pair.subList(1, pair.size())).strip());
    }
    String kind = properties.keySet().iterator().next();
    String value = properties.get(kind);
    return switch (kind) {
      case "width" -> {
        widths = widths(number, value);
        yield Stream.empty();
      }
      case "feed" -> Stream.of(new Block.Gap(count(number, value, 255)));
      case "comment" -> Stream.empty();
      case "code" ->
          Stream.of(qr(number, Escaped.plain(value), properties.getOrDefault("option", "qrcode")));
      default -> throw new NotationException(number, "没有属性 " + kind);
    };
  }

  private static Widths widths(int number, String value) {
    if (value.equals("auto")) {
      return Widths.EQUAL;
    }
    List<Integer> cells = new ArrayList<>();
    for (String cell : value.split(",")) {
      cells.add(cell.strip().equals("*") ? 0 : count(number, cell.strip(), 64));
    }
    return new Widths(List.copyOf(cells));
  }

  private static Block.Qr qr(int number, String text, String option) {
    String[] words = option.split(",");
    if (!words[0].equals("qrcode")) {
      throw new NotationException(number, "只支持二维码 qrcode");
    }
    int module = words.length > 1 ? count(number, words[1], 16) : 6;
    String level = words.length > 2 ? words[2].toUpperCase(java.util.Locale.ROOT) : "M";
    try {
      return new Block.Qr(text, module, ErrorCorrectionLevel.valueOf(level));
    } catch (IllegalArgumentException e) {
      throw new NotationException(number, "二维码纠错等级应是 L、M、Q 或 H");
    }
  }

  private static int count(int number, String value, int most) {
    if (!value.matches("[0-9]{1,3}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > most) {
      throw new NotationException(number, "应是 1 到 " + most + " 的数字");
    }
    return Integer.parseInt(value);
  }
}
