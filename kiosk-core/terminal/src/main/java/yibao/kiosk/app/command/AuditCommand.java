package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.kiosk.audit.Anchor;
import yibao.kiosk.audit.AuditVerdict;
import yibao.kiosk.audit.AuditVerifier;

/** Looks at the terminal's audit record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Looks at the terminal's audit record.",
    synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the record: verify");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Checks that every line of the audit record is as it was written and in its place.",
        "Names file and line of the first that is not. The terminal may be running."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:the record is sound",
        "1:a line was changed, is missing or stands elsewhere",
        "2:wrong usage",
        "3:there is no record, or it cannot be read"
      })
  int verify(
      @Parameters(
              paramLabel = "DIR",
              description = "Directory of the record: audit in the terminal's data directory.")
          Path directory,
      @Option(
              names = "--anchor",
              paramLabel = "NUMBER:HASH",
              description = "A point of the record kept elsewhere, which must still be in it.")
          String anchor,
      @Option(
              names = "--older-archived",
              description = "The oldest files were moved elsewhere; begin with what is here.")
          boolean olderArchived) {
    Optional<Anchor> expected = Optional.empty();
    if (anchor != null) {
      expected = Anchor.parse(anchor);
      if (expected.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "An anchor is a number, a colon and 64 hexadecimal digits");
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(directory)) {
      err.println(directory + " is not a directory");
      return 3;
    }
    try {
      return switch (new AuditVerifier(expected, olderArchived).verify(directory)) {
        case AuditVerdict.Sound(long entries, long first, Anchor end) -> {
          out.println("sound: " + entries + " entries from " + first + ", end " + end);
          yield 0;
        }
        case AuditVerdict.Broken(String file, long line, AuditVerdict.Breach breach) -> {
          out.println(file + ":" + line + ": " + breach.sentence());
          yield 1;
        }
      };
    } catch (IOException e) {
      err.println("the record cannot be read: " + e.getMessage());
      return 3;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
