package yibao.demo;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import yibao.demo.bench.BenchCommand;
import yibao.demo.chaos.ChaosCommand;

/** What the launcher runs from a checkout. */
@Command(
    name = "kiosk",
    mixinStandardHelpOptions = true,
    description = "医保自助终端（模拟设备和内置平台）",
    subcommands = {RunCommand.class, WorldCommand.class, BenchCommand.class, ChaosCommand.class})
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "请写一个命令");
  }
}
