package yibao.templates.template;

/**
 * A template or the data for it is not as declared. The message names the template and the field or
 * line, no data.
 */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;

  public TemplateException(String message) {
    this(message, "");
  }

  public TemplateException(String message, Throwable cause) {
    super(message, cause);
    this.where = "";
  }

  /**
   * @param where what stands in the template's file at the place that is meant
   */
  TemplateException(String message, String where) {
    super(message);
    this.where = where;
  }

  /** What stands in the template's file at the place that is meant; "" where that is not known. */
  public String where() {
    return where;
  }
}
