package yibao.kiosk.app.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.devices.qr.GreyImage;
import yibao.devices.qr.QrReader;
import yibao.devices.qr.QrReading;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.paper.Verification.Verdict;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;

/** Checks the verification code of a paper with published keys; asks nobody. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a paper's verification code 验真码, offline, and shows what was issued.",
      "The paper is a picture, a PDF, or the text that a scanner read from its QR symbol.",
      "With --publish it writes the certificate that others need for checking this seal's papers."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:genuine; or the certificate is written",
      "1:not genuine, unknown office, or no code found",
      "2:wrong usage",
      "3:a file cannot be read or written"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final int FAULT = 1;
  private static final int ENVIRONMENT = 3;

  /** Fine enough for the smallest symbol that our papers bear. */
  private static final int PDF_DPI = 203;

  private static final Duration BUDGET = Duration.ofSeconds(2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--keys",
      paramLabel = "PEM",
      split = ",",
      description = "Certificates that offices have published.")
  private List<Path> keys = List.of();

  @Option(
      names = "--seal",
      paramLabel = "FILE",
      description = "A terminal's seal file: its own certificate and those it trusts.")
  private Path seal;

  @Option(
      names = "--publish",
      paramLabel = "FILE",
      description = "Writes the seal's certificate for codes; needs --seal.")
  private Path publish;

  @Parameters(arity = "0..1", paramLabel = "FILE|TEXT", description = "The paper or its code.")
  private String paper;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return run();
    } catch (IOException e) {
      err.println(e.getMessage());
      return ENVIRONMENT;
    }
  }

  private int run() throws IOException {
    Optional<SealFile.Opened> opened =
        seal == null ? Optional.empty() : Optional.of(SealFile.open(seal));
    if (publish != null) {
      String certificate =
          opened
              .map(SealFile.Opened::published)
              .orElseThrow(() -> wrong("--publish 要和 --seal 一起用"));
      Files.writeString(publish, certificate);
      return 0;
    }
    if (paper == null) {
      throw wrong("请写明要核对的图片、PDF 或二维码内容");
    }
    List<PublicKey> known = new ArrayList<>(SealFile.published(keys));
    opened.ifPresent(
        own -> {
          known.add(own.seal().codes().publicKey());
          known.addAll(own.trusted());
        });
    if (known.isEmpty()) {
      throw wrong("请用 --keys 写明出具单位公布的证书，或用 --seal 写明本机的印章文件");
    }
    Optional<String> code = code();
    if (code.isEmpty()) {
      spec.commandLine().getOut().println("没有找到二维码。");
      return FAULT;
    }
    return tell(new Verification(known, DocumentTemplates.load()).check(code.get()));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int tell(Verdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    int exit =
        switch (verdict) {
          case Verdict.Genuine genuine -> {
            out.println("核对无误，请与纸上内容比较：");
            out.println("名称\t" + genuine.title());
            out.println("编号\t" + genuine.number());
            out.println("出具单位\t" + genuine.issuer());
            out.println("出具日期\t" + genuine.issuedOn());
            out.println("持有人\t" + genuine.holder());
            yield 0;
          }
          case Verdict.Forged _ -> {
            out.println("验真码被改动过，不是真的。");
            yield FAULT;
          }
          case Verdict.UnknownOffice _ -> {
            out.println("没有这个出具单位的证书，不能核对。");
            yield FAULT;
          }
          case Verdict.NotACode _ -> {
            out.println("这不是医保文书的验真码。");
            yield FAULT;
          }
        };
    out.flush();
    return exit;
  }

  /** The code itself, or what is read from the file that is named. */
  private Optional<String> code() throws IOException {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      return Optional.of(paper);
    }
    String name = file.get().getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pdf")) {
      return read(PictureFiles.load(file.get()));
    }
    Document document = Document.of(name, Files.readAllBytes(file.get()));
    for (int page = 0; page < document.pages(); page++) {
      byte[] picture = document.preview(page, PDF_DPI);
      Optional<String> found = read(GreyImage.of(ImageIO.read(new ByteArrayInputStream(picture))));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Path> file() {
    try {
      return Optional.of(Path.of(paper)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(GreyImage image) {
    return new QrReader().read(image, BUDGET).map(QrReading::text);
  }
}
