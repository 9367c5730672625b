package yibao.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.SAXParseException;
import yibao.templates.document.PdfPainting;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.NotationException;
import yibao.templates.receipt.ReceiptPainting;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.PaperTemplate;
import yibao.templates.template.TemplateException;
import yibao.templates.template.TemplateFiles;

/**
 * Checks a folder of a region's own templates: each is read, compared with the paper it replaces,
 * filled in with that paper's sample and laid out.
 */
public final class TemplateCheck {
  private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");
  private static final ReceiptPrinter NARROWEST = ReceiptPrinter.ofDots(384);

  private final Path folder;
  private final TemplateFiles receipts;
  private final TemplateFiles documents;
  private final ReceiptPainting strip;
  private final PdfPainting page;

  /**
   * Something wrong with a template.
   *
   * @param file the file
   * @param line from 1; 0 for the file as a whole
   * @param message what is wrong, in Chinese
   */
  public record Fault(Path file, int line, String message) {}

  private TemplateCheck(Path folder) {
    GlyphSource glyphs = new GlyphSource(List.of(folder));
    this.folder = folder;
    this.receipts = ReceiptTemplates.files(folder);
    this.documents = DocumentTemplates.files(folder);
    this.strip = new ReceiptPainting(glyphs);
    this.page = new PdfPainting(glyphs);
  }

  /**
   * The faults of every template in a folder.
   *
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<Fault> of(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    TemplateCheck check = new TemplateCheck(folder);
    List<Fault> faults = new ArrayList<>();
    for (Path file : files) {
      check.fault(file).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<Fault> fault(Path file) throws IOException {
    String called = file.getFileName().toString();
    int dot = called.lastIndexOf('.');
    String name = dot < 0 ? called : called.substring(0, dot);
    return switch (dot < 0 ? "" : called.substring(dot)) {
      case ".receipt" -> fault(file, name, receipts);
      case ".html" -> fault(file, name, documents);
      default -> Optional.empty();
    };
  }

  private Optional<Fault> fault(Path file, String name, TemplateFiles files) throws IOException {
    List<String> lines = Files.readString(file).lines().toList();
    String filled = "";
    try {
      PaperTemplate template = files.one(name);
      if (name.startsWith("_")) {
        return Optional.empty();
      }
      if (!files.brings(name)) {
        return template.forms().isEmpty()
            ? Optional.of(new Fault(file, 0, "没有叫 " + name + " 的纸，程序不会用到它"))
            : Optional.empty();
      }
      filled = template.fill(files.sample(name));
      if (files == receipts) {
        strip.layOut(filled, NARROWEST);
      } else {
        page.paint(filled, ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
      }
      return Optional.empty();
    } catch (TemplateException e) {
      return Optional.of(new Fault(file, line(lines, e.where()), e.getMessage()));
    } catch (NotationException e) {
      return Optional.of(new Fault(file, source(lines, line(filled, e.line())), e.problem()));
    } catch (IllegalArgumentException e) {
      int line =
          e.getCause() instanceof SAXParseException where
              ? source(lines, line(filled, where.getLineNumber()))
              : 0;
      return Optional.of(new Fault(file, line, "排版失败：" + e.getMessage()));
    }
  }

  private static String line(String text, int number) {
    return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
  }

  private static int line(List<String> lines, String where) {
    return where.isEmpty() ? 0 : first(lines, line -> line.contains(where));
  }

  /** The line of the file that became this line when data was filled in. */
  private static int source(List<String> lines, String filled) {
    return filled.isBlank() ? 0 : first(lines, line -> becomes(line, filled));
  }

  private static int first(List<String> lines, Predicate<String> wanted) {
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean becomes(String line, String filled) {
    int from = 0;
    List<String> fixed = Arrays.stream(TAG.split(line)).filter(part -> !part.isBlank()).toList();
    for (String part : fixed) {
      int at = filled.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return !fixed.isEmpty();
  }
}
