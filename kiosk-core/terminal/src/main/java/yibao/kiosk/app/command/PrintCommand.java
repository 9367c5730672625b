package yibao.kiosk.app.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;
import yibao.templates.Receipt;
import yibao.templates.ReceiptTemplates;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.NotationException;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.TemplateException;

/** Renders a paper into a file, for those who write templates. Touches no printer. */
@Command(
    name = "print",
    mixinStandardHelpOptions = true,
    description = {
      "Renders a receipt or document into a file.",
      "A receipt becomes .png or .escpos, a document .pdf or .png (a page each: out.png, out-2.png …).",
      "Without --template it lists the papers."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file is written",
      "1:the template or the data are not as they should be",
      "2:wrong usage",
      "3:a file cannot be read or written"
    })
public final class PrintCommand implements Callable<Integer> {
  private static final int FAULT = 1;
  private static final int ENVIRONMENT = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--template", paramLabel = "NAME", description = "The paper.")
  private String template;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Its fields, YAML or JSON; the paper's own sample if left out.")
  private Path data;

  @Option(
      names = "--all",
      description = {
        "Instead of one: a contact sheet of every paper into the folder --to, at each width of roll,",
        "with ordinary, longest and strangest data. For looking every layout over."
      })
  private boolean all;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to: .pdf, .png or .escpos; with --all a folder.")
  private Path to;

  @Option(
      names = "--papers",
      paramLabel = "DIR",
      description = "A folder whose templates replace ours, e.g. regions/NAME/papers.")
  private Path papers;

  @Option(
      names = "--dots",
      defaultValue = "576",
      description = "Dots across a receipt: 384, 512 or 576 (default).")
  private int dots;

  @Option(
      names = "--dpi",
      defaultValue = "150",
      description = "Dots per inch of a document's .png (default 150).")
  private int dpi;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Path[] folders = papers == null ? new Path[0] : new Path[] {folder(papers)};
      GlyphSource glyphs = new GlyphSource(List.of(folders));
      ReceiptTemplates receipts = ReceiptTemplates.load(glyphs, folders);
      DocumentTemplates documents = DocumentTemplates.load(glyphs, folders);
      if (all && template == null && to != null) {
        spec.commandLine()
            .getOut()
            .println(new PaperSheets(receipts, documents, dpi).write(to, err) + " 张样张在 " + to);
        return 0;
      }
      if (template == null && !all) {
        list(receipts, documents);
        return 0;
      }
      if (to == null || all) {
        throw new ParameterException(
            spec.commandLine(), all ? "--all 要用 --to 写明文件夹，不和 --template 同用" : "请用 --to 写明输出文件");
      }
      Set<String> missing =
          receipts.names().contains(template) ? receipt(receipts) : document(documents);
      missing.forEach(character -> err.println("没有字体能显示这个字，已印成〓：" + character));
      return 0;
    } catch (TemplateException | NotationException e) {
      err.println(e.getMessage());
      return FAULT;
    } catch (IOException e) {
      err.println("文件不能读写：" + e.getMessage());
      return ENVIRONMENT;
    }
  }

  private void list(ReceiptTemplates receipts, DocumentTemplates documents) {
    PrintWriter out = spec.commandLine().getOut();
    receipts.names().forEach(name -> out.println(name + "\t" + receipts.title(name)));
    documents.names().forEach(name -> out.println(name + "\t" + documents.title(name)));
    out.flush();
  }

  private Set<String> receipt(ReceiptTemplates receipts) throws IOException {
    Map<String, Object> fields = data == null ? receipts.sample(template) : read(data);
    Receipt receipt = receipts.render(template, fields, printer());
    switch (ending()) {
      case "png" -> Files.write(to, receipt.png());
      case "escpos" -> Files.write(to, receipt.escPos());
      default -> throw new ParameterException(spec.commandLine(), "回执只能输出 .png 或 .escpos");
    }
    return receipt.missingCharacters();
  }

  private Set<String> document(DocumentTemplates documents) throws IOException {
    if (!documents.names().contains(template)) {
      throw new TemplateException("没有模板 " + template);
    }
    Map<String, Object> fields = data == null ? documents.sample(template) : read(data);
    Document document = documents.render(template, fields, ZonedDateTime.now());
    switch (ending()) {
      case "pdf" -> Files.write(to, document.pdf());
      case "png" -> pages(document);
      default -> throw new ParameterException(spec.commandLine(), "文书只能输出 .pdf 或 .png");
    }
    return document.missingCharacters();
  }

  private void pages(Document document) throws IOException {
    Files.write(to, document.preview(0, dpi));
    String name = to.getFileName().toString();
    String stem = name.substring(0, name.length() - ".png".length());
    for (int page = 1; page < document.pages(); page++) {
      Files.write(to.resolveSibling(stem + "-" + (page + 1) + ".png"), document.preview(page, dpi));
    }
  }

  private ReceiptPrinter printer() {
    try {
      return ReceiptPrinter.ofDots(dots);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "纸宽应是 192 到 832 点");
    }
  }

  private String ending() {
    String name = to.getFileName().toString();
    return List.of("pdf", "png", "escpos").stream()
        .filter(ending -> name.endsWith("." + ending))
        .findFirst()
        .orElse("");
  }

  private static Map<String, Object> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("没有文件 " + file);
    }
    String text = Files.readString(file);
    try {
      return new YAMLMapper().readValue(text, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new TemplateException("数据文件 " + file + " 不是 YAML 或 JSON 的字段表", e);
    }
  }

  private static Path folder(Path folder) throws IOException {
    try (Stream<Path> readable = Files.list(folder)) {
      readable.findFirst();
    }
    return folder;
  }
}
