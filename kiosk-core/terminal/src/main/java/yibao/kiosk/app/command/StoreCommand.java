package yibao.kiosk.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import yibao.kiosk.app.DataKeys;
import yibao.kiosk.app.StartUp;
import yibao.kiosk.store.DataCipher;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.KeyRing;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.store.StoreUpkeep;

/** Looks after the terminal's journal while the terminal stands still. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "维护终端的数据：检查、备份、更换密钥；须先停掉终端",
    synopsisSubcommandLabel = "COMMAND")
public final class StoreCommand implements Runnable {
  private static final int FAULTS = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "目录",
      description = "终端的数据目录",
      scope = ScopeType.INHERIT)
  private Path data;

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "目录",
      description = "数据密钥所在目录；服务管理器交来的密钥优先",
      scope = ScopeType.INHERIT)
  private Path keys;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请写明要做什么：check、back-up 或 rotate-key");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "检查数据文件的结构和每一行的封印",
      exitCodeListHeading = "%n退出码：%n",
      exitCodeList = {"0:完好", "1:有损坏", "2:用法不对", "3:打不开"})
  int check() {
    return withStore(
        store -> {
          Optional<String> fault = new StoreUpkeep(store).fault();
          say(fault.map(what -> "有损坏：" + what).orElse("完好"));
          return fault.isPresent() ? FAULTS : StartUp.OK;
        });
  }

  @Command(
      name = "back-up",
      mixinStandardHelpOptions = true,
      description = "把数据完整复制到一个文件；其中的个人信息仍是加密的",
      exitCodeListHeading = "%n退出码：%n",
      exitCodeList = {"0:已复制", "2:用法不对", "3:打不开或写不了"})
  int backUp(@Parameters(paramLabel = "文件") Path target) {
    return withStore(
        store -> {
          new StoreUpkeep(store).backUp(target.toAbsolutePath());
          say("已备份到 " + target);
          return StartUp.OK;
        });
  }

  @Command(
      name = "rotate-key",
      mixinStandardHelpOptions = true,
      description = {
        "换新的数据密钥，把全部个人信息改用它加密。旧密钥留在密钥文件里，只用来读旧的备份。",
        "服务管理器交来的密钥先由技术人员在那里加上新的一行，再运行本命令。"
      },
      exitCodeListHeading = "%n退出码：%n",
      exitCodeList = {"0:已更换", "2:用法不对", "3:打不开或写不了"})
  int rotateKey(
      @Option(
              names = "--cipher",
              paramLabel = "算法",
              defaultValue = "aes-256-gcm",
              description = "aes-256-gcm 或 sm4-gcm，默认 ${DEFAULT-VALUE}")
          String word) {
    DataCipher cipher =
        DataCipher.of(word)
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "没有这种算法：" + word));
    // Before a new key is written: is the store there, sound enough to open, and not in use?
    int opened = withStore(_ -> StartUp.OK);
    if (opened != StartUp.OK) {
      return opened;
    }
    if (ring().protection() == KeyRing.Protection.FILE) {
      FileKeyRing.addKey(keys, new SecureRandom(), cipher);
    }
    return withStore(
        store -> {
          int rows = new StoreUpkeep(store).changeKeys();
          say("已改用密钥 " + ring().current().id() + "，重写 " + rows + " 行");
          return StartUp.OK;
        });
  }

  private interface Work {
    int run(SqliteStore store);
  }

  private int withStore(Work work) {
    AtomicInteger exit = new AtomicInteger();
    int started =
        StartUp.guarded(
            spec.commandLine().getErr(),
            () -> {
              if (!Files.exists(data.resolve(SqliteStore.FILE_NAME))) {
                throw new StoreFault(StoreFault.CANNOT_OPEN, "no journal in " + data);
              }
              try (SqliteStore store = SqliteStore.open(data, ring(), InstantSource.system())) {
                exit.set(work.run(store));
              }
            });
    return started == StartUp.OK ? exit.get() : started;
  }

  private KeyRing ring() {
    return DataKeys.find(keys)
        .<KeyRing>map(found -> found)
        .orElseThrow(() -> new StoreFault(StoreFault.KEY_MISSING, "no data keys in " + keys));
  }

  private void say(String sentence) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(sentence);
    out.flush();
  }
}
