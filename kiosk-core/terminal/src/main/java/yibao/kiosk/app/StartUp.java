package yibao.kiosk.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.web.WebServer;

/** Turns what can go wrong at the start into one plain sentence and an exit code. */
public final class StartUp {

  /** All went well. */
  public static final int OK = 0;

  /** Wrong usage: an option or the configuration. */
  public static final int USAGE = 2;

  /** The environment lacks something. */
  public static final int ENVIRONMENT = 3;

  private StartUp() {}

  /** Something to start that may fail. */
  @FunctionalInterface
  public interface Starting {
    /** Starts it. */
    void run() throws Exception;
  }

  /** Runs it; on a foreseen fault prints one sentence to {@code err}. */
  public static int guarded(PrintWriter err, Starting starting) {
    try {
      starting.run();
      return OK;
    } catch (TerminalConfig.Unusable e) {
      return say(err, e.getMessage().replace("\n", "\nkiosk: "), USAGE);
    } catch (WebServer.PortTaken e) {
      return say(err, "端口 " + e.port() + " 已被占用，请换一个端口或停掉占用它的程序。", ENVIRONMENT);
    } catch (StoreFault e) {
      return say(err, sentence(e), ENVIRONMENT);
    } catch (AuditFault e) {
      return say(err, "审计记录不能继续写（" + e.code() + "）：请运行 audit verify 检查，并保留原文件。", ENVIRONMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OK;
    } catch (Exception e) {
      return say(err, "没有启动成功：" + e, ENVIRONMENT);
    }
  }

  /**
   * Makes a directory where there is none.
   *
   * @throws StoreFault when it cannot be written to
   */
  public static void requireWritable(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "probe", ""));
    } catch (IOException e) {
      throw new StoreFault(StoreFault.CANNOT_OPEN, "check the data directory", e);
    }
  }

  private static String sentence(StoreFault fault) {
    String what =
        switch (fault.code()) {
          case StoreFault.IN_USE -> "另一个终端程序正在使用数据目录，请先停掉它。";
          case StoreFault.READ_ONLY -> "数据目录只能读，不能写，请改正权限或挂载方式。";
          case StoreFault.DISK_FULL -> "磁盘没有空间了，请先腾出空间。";
          case StoreFault.DAMAGED -> "数据文件已损坏，原文件没有改动；请保留它，并恢复最近的备份。";
          case StoreFault.NEWER -> "数据是更新版本的程序写的；请升级本程序。";
          case StoreFault.KEY_MISSING, StoreFault.UNDECIPHERABLE ->
              "数据密钥不在这台机器上，或与数据不配套；请找回密钥，不要新建。";
          default -> "数据目录不能用，请检查目录是否存在、可写、磁盘有空间。";
        };
    return what + "（" + fault.code() + "）";
  }

  private static int say(PrintWriter err, String sentence, int code) {
    err.println("kiosk: " + sentence);
    err.flush();
    return code;
  }
}
