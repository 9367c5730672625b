package yibao.kiosk.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a person can do with region packs without starting the terminal. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = "Exports and checks the regions' lists.",
    subcommands = {CatalogExportCommand.class, CatalogCheckCommand.class})
public final class CatalogCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: export or check.");
  }
}
