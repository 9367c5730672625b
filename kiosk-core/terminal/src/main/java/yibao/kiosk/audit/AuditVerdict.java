package yibao.kiosk.audit;

/** What a look at the whole record found. */
public sealed interface AuditVerdict {

  /**
   * Every line is as it was written and follows the one before.
   *
   * @param entries how many there are
   * @param first number of the first one held; above 1 where older files have been taken away
   * @param end where the chain ends
   */
  record Sound(long entries, long first, Anchor end) implements AuditVerdict {}

  /**
   * The first place where the record is not what was written.
   *
   * @param file name of the file
   * @param line line in it, from 1
   * @param breach what is wrong there
   */
  record Broken(String file, long line, Breach breach) implements AuditVerdict {}

  /** The kinds of damage that can be told apart. */
  enum Breach {
    /** The line's content or hash was changed. */
    CHANGED("这一行被改动过"),
    /** One or more lines before this one are gone. */
    MISSING("这一行之前缺了行"),
    /** The line stands elsewhere than where it was written. */
    REORDERED("这一行不在原来的位置"),
    /** It is no line of this record. */
    FOREIGN("这不是审计记录的行"),
    /** The last line was never finished; the next start of the terminal takes it away. */
    UNFINISHED("最后一行没有写完"),
    /** The record does not hold the anchor: it was cut off or rewritten. */
    ANCHOR_MISSING("记录里没有这个锚点：记录被截短或重写过");

    private final String sentence;

    Breach(String sentence) {
      this.sentence = sentence;
    }

    /** What is wrong, for a technician. */
    public String sentence() {
      return sentence;
    }
  }
}
