package yibao.kiosk.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import yibao.kiosk.store.FileKeyRing;

/** Disk, keys and clock. */
public final class MachineCheck {
  private static final long MEGABYTE = 1 << 20;
  private static final long LITTLE_SPACE = 1024 * MEGABYTE;
  private static final long NO_SPACE = 100 * MEGABYTE;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final InstantSource clock;
  private final Instant built;

  /**
   * @param built when the program was built; no clock can rightly show less
   */
  public MachineCheck(InstantSource clock, Instant built) {
    this.clock = clock;
    this.built = built;
  }

  /** Whether the clock can be right. */
  public Finding time() {
    Instant now = clock.instant();
    String shown = MINUTES.format(now.atZone(ZONE));
    return now.isBefore(built)
        ? Finding.fault(
            "时钟",
            shown + "，早于程序的编译时间 " + MINUTES.format(built.atZone(ZONE)),
            "校准系统时间，检查主板电池和时间同步服务。")
        : Finding.good("时钟", shown);
  }

  /** Whether there is room to write. */
  public Finding disk(Path data) {
    if (!Files.isDirectory(data)) {
      return Finding.fault("数据目录", data + " 不存在", "建立这个目录，让服务账号可写。");
    }
    if (!Files.isWritable(data)) {
      return Finding.fault("数据目录", data + " 不可写", "检查目录权限，以及磁盘是否被挂成只读。");
    }
    try {
      long free = Files.getFileStore(data).getUsableSpace();
      String found = data + "，剩余 " + free / MEGABYTE + " MB";
      if (free < NO_SPACE) {
        return Finding.fault("磁盘", found, "清理磁盘；空间不足时终端不收新的办件。");
      }
      return free < LITTLE_SPACE
          ? Finding.warning("磁盘", found, "空间不多了，请清理。")
          : Finding.good("磁盘", found);
    } catch (IOException e) {
      return Finding.fault("磁盘", data + " 读不出容量", "检查磁盘。");
    }
  }

  /** Whether the data keys are nobody else's. */
  public List<Finding> keys(Path keys) {
    if (!Files.isDirectory(keys)) {
      return List.of(Finding.warning("数据密钥", keys + " 不存在", "密钥由服务管理器交来时不用管；否则第一次启动会建立，建立后不能丢。"));
    }
    List<Finding> findings = new ArrayList<>();
    try (var files = Files.list(keys)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (secret(file)
            && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
          findings.add(Finding.fault("数据密钥", file + " 别的账号也能读写", "chmod 600 " + file));
        }
      }
    } catch (IOException | UnsupportedOperationException e) {
      findings.add(Finding.fault("数据密钥", keys + " 读不出", "用服务账号或 root 运行，检查目录权限。"));
    }
    return findings.isEmpty() ? List.of(protection(keys)) : findings;
  }

  /** Whoever takes the whole machine takes a plain file too. */
  private static Finding protection(Path keys) {
    Path file = keys.resolve(FileKeyRing.FILE_NAME);
    return Files.exists(file)
        ? Finding.warning(
            "数据密钥",
            "放在文件 " + file + " 里，没有封存：这是较弱的办法，连机器一起被拿走时，个人信息就读得出来",
            "改由服务管理器交来（systemd credentials，有 TPM 时用 TPM 封存），再删掉这个文件。")
        : Finding.good("数据密钥", "不在 " + keys + " 里，由服务管理器交来");
  }

  /** Certificates may lie beside the keys; they are nobody's secret. */
  private static boolean secret(Path file) throws IOException {
    return file.getFileName().toString().equals(FileKeyRing.FILE_NAME)
        || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .contains("PRIVATE KEY");
  }
}
