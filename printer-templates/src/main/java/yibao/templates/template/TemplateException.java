package yibao.templates.template;

/**
 * A template or the data for it is not as declared. The message names the template and the field or
 * line, no data.
 */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }

  public TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
