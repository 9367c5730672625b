package yibao.kiosk.app;

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
@Command(
    name = "kiosk",
    mixinStandardHelpOptions = true,
    description = "医保自助终端",
    subcommands = {
      AuditCommand.class,
      CatalogCommand.class,
      DecodeQrCommand.class,
      DoctorCommand.class,
      PrintCommand.class,
      ProvisionCommand.class,
      ServeCommand.class,
      StaffCommand.class,
      StoreCommand.class,
      VerifyCommand.class
    })
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command and ends with its exit code: 0 ok, 1 faults, 2 wrong usage, 3 environment. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "请写一个命令");
  }
}
