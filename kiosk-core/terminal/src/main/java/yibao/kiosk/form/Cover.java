package yibao.kiosk.form;

/**
 * Under which insurance a form is handed in.
 *
 * @param when the answers under which this holds
 * @param kind which insurance it must be
 * @param held how the person must be insured in it
 */
public record Cover(When when, Kind kind, Held held) {

  /** Any basic insurance that is in force. */
  public static final Cover USUAL = new Cover(When.ALWAYS, Kind.ANY, Held.ACTIVE);

  /** Which insurance. */
  public enum Kind {
    /** Whichever basic insurance the person holds. */
    ANY("any"),
    /** 职工基本医疗保险. */
    EMPLOYEE("employee"),
    /** 城乡居民基本医疗保险. */
    RESIDENT("resident");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }

  /** How the person must be insured. */
  public enum Held {
    /** 正常参保. */
    ACTIVE("active"),
    /** 暂停参保. */
    PAUSED("paused"),
    /** In force or paused: on record and not ended. */
    ON_RECORD("onRecord"),
    /** Not in force: what a registration starts from; people the platform does not know count. */
    NONE("none");

    private final String key;

    Held(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }
}
