package yibao.templates.template;

/**
 * A field a template declares.
 *
 * @param path its name, or {@code list.name} for a member of a list
 * @param label what it is called in Chinese, for error messages and template authors
 */
record Field(String path, FieldType type, boolean optional, String label) {

  /** The list this field belongs to, "" for a field of the paper itself. */
  String list() {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  String name() {
    return path.substring(path.indexOf('.') + 1);
  }
}
