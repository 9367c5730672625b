package yibao.kiosk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yibao.kiosk.app.doctor.RunningTerminal;
import yibao.kiosk.hardware.Identification;
import yibao.kiosk.hardware.Inventory;

/**
 * Which device answers at which serial port, those of the machine and those of the configuration. A
 * port that a running terminal holds is left alone.
 */
public final class WhatAnswersWhere {
  private final List<Path> configured;
  private final boolean held;

  /**
   * @param config the terminal's; empty when there is none that can be read
   */
  public WhatAnswersWhere(Optional<TerminalConfig> config) {
    this(
        config.map(c -> c.devices().serialPorts()).orElse(List.of()),
        config.flatMap(c -> RunningTerminal.devices(c.port())).isPresent());
  }

  private WhatAnswersWhere(List<Path> configured, boolean held) {
    this.configured = configured;
    this.held = held;
  }

  /** As the terminal itself asks, while it holds the ports of its own devices. */
  static WhatAnswersWhere besides(List<Path> held) {
    return new WhatAnswersWhere(held, true);
  }

  /** A line for each port: what is there, and how the configuration says so. */
  public List<String> lines() throws InterruptedException {
    Set<Path> known = new HashSet<>();
    List<Path> free = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<Path> own = configured.stream().filter(Files::exists).toList();
    Stream.concat(own.stream(), Inventory.serialPaths().stream())
        .filter(port -> known.add(Inventory.device(port)))
        .forEach(
            port -> {
              if (held && own.contains(port)) {
                lines.add(port + "：终端正在使用");
              } else {
                free.add(port);
              }
            });
    for (Identification.Answer answer : Identification.at(free)) {
      lines.add(
          answer.port()
              + "："
              + answer.found()
              + answer.configuration().map(line -> "，配置写 " + line).orElse(""));
    }
    return lines.isEmpty() ? List.of("没有串口") : lines;
  }
}
