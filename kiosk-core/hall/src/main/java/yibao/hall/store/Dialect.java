package yibao.hall.store;

/** What the two databases say differently. */
enum Dialect {
  /** One hall's own file. */
  SQLITE("classpath:yibao/hall/store/migrations") {

    @Override
    String text(String field) {
      return "json_extract(body, '$." + field + "')";
    }

    @Override
    String number(String field) {
      return text(field);
    }

    @Override
    String count(String name) {
      return "json_extract(body, '$.counts.\"" + name + "\"')";
    }
  },
  /** A province's, which several monitors share. */
  POSTGRESQL("classpath:yibao/hall/store/migrations-postgresql") {

    @Override
    String text(String field) {
      return "(body::json ->> '" + field + "')";
    }

    @Override
    String number(String field) {
      return text(field) + "::bigint";
    }

    @Override
    String count(String name) {
      return "(body::json -> 'counts' ->> '" + name + "')::bigint";
    }
  };

  private final String migrations;

  Dialect(String migrations) {
    this.migrations = migrations;
  }

  /** Where the numbered files lie that make its tables. */
  String migrations() {
    return migrations;
  }

  /** A field of a report's body as text. */
  abstract String text(String field);

  /** A field of a report's body as a whole number. */
  abstract String number(String field);

  /** What a report counted under a name; null where that is nothing. */
  abstract String count(String name);
}
