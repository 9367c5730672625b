package yibao.kiosk.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import yibao.kiosk.app.command.AuditCommand;
import yibao.kiosk.app.command.CatalogCommand;
import yibao.kiosk.app.command.DecodeQrCommand;
import yibao.kiosk.app.command.DoctorCommand;
import yibao.kiosk.app.command.PrintCommand;
import yibao.kiosk.app.command.ProvisionCommand;
import yibao.kiosk.app.command.ServeCommand;
import yibao.kiosk.app.command.StaffCommand;
import yibao.kiosk.app.command.StoreCommand;
import yibao.kiosk.app.command.VerifyCommand;

/** The program of an installed terminal. */
@Command(name = "kiosk", mixinStandardHelpOptions = true, description = "医保自助终端")
public final class Main implements Runnable {

  private static final List<Class<?>> COMMANDS =
      List.of(
          AuditCommand.class,
          CatalogCommand.class,
          DecodeQrCommand.class,
          DoctorCommand.class,
          PrintCommand.class,
          ProvisionCommand.class,
          ServeCommand.class,
          StaffCommand.class,
          StoreCommand.class,
          VerifyCommand.class);

  /** Held, for a level is forgotten with its logger. */
  private static final Logger OWN_LOG = Logger.getLogger("yibao.kiosk");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command and ends with its exit code: 0 ok, 1 faults, 2 wrong usage, 3 environment. */
  public static void main(String[] args) {
    if (args.length > 0 && !args[0].equals(name(ServeCommand.class))) {
      // Other commands tell what they find themselves; devices that come and go are no part of it.
      OWN_LOG.setLevel(Level.WARNING);
    }
    System.exit(commandLine(args).execute(args));
  }

  /**
   * Knows the command asked for, or all of them where none is: to read what every command takes
   * would be a twentieth of a terminal's start.
   */
  static CommandLine commandLine(String... args) {
    CommandLine all = new CommandLine(new Main());
    List<Class<?>> asked =
        COMMANDS.stream()
            .filter(command -> args.length > 0 && name(command).equals(args[0]))
            .toList();
    (asked.isEmpty() ? COMMANDS : asked)
        .forEach(command -> all.addSubcommand(name(command), command));
    return all;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "请写一个命令");
  }
}
