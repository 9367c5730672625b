package yibao.devices.sscard;

/** Any response is a record (tag, length, value) or none. */
public final class CardRecordFuzz {
  private CardRecordFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    CardRecord.parse(data)
        .ifPresent(
            record -> {
              record.ascii();
              record.gbk();
              record.digits();
              record.date();
            });
  }
}
