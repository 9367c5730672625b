package yibao.hall.store;

/** What the two databases say differently. */
enum Dialect {
  /** One hall's own file. */
  SQLITE("classpath:yibao/hall/store/migrations") {
    @Override
    String day() {
      return "date(at / 1000, 'unixepoch', '+8 hours')";
    }

    @Override
    String text(String field) {
      return "json_extract(body, '$." + field + "')";
    }

    @Override
    String number(String field) {
      return text(field);
    }

    @Override
    String flag(String field) {
      return text(field);
    }

    @Override
    String count(String name) {
      return "json_extract(body, '$.counts.\"" + name + "\"')";
    }

    @Override
    String eachCount() {
      return "json_each(report.body, '$.counts') AS counted";
    }

    @Override
    String counted() {
      return "counted.value";
    }
  },
  /** A province's, which several monitors share. */
  POSTGRESQL("classpath:yibao/hall/store/migrations-postgresql") {
    @Override
    String day() {
      return "to_char(to_timestamp(at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
    }

    @Override
    String text(String field) {
      return "(body::json ->> '" + field + "')";
    }

    @Override
    String number(String field) {
      return text(field) + "::bigint";
    }

    @Override
    String flag(String field) {
      return text(field) + "::boolean::int";
    }

    @Override
    String count(String name) {
      return "(body::json -> 'counts' ->> '" + name + "')::bigint";
    }

    @Override
    String eachCount() {
      return "json_each_text(report.body::json -> 'counts') AS counted(key, value)";
    }

    @Override
    String counted() {
      return "counted.value::bigint";
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

  /** The day of a report's {@code at}; China keeps one time. */
  abstract String day();

  /** A field of a report's body as text. */
  abstract String text(String field);

  /** A field of a report's body as a whole number. */
  abstract String number(String field);

  /** A field of a report's body as 1 or 0. */
  abstract String flag(String field);

  /** What a report counted under a name; null where that is nothing. */
  abstract String count(String name);

  /** A row for each count of a report, {@code key} and {@code value}. */
  abstract String eachCount();

  /** The value of such a row. */
  abstract String counted();
}
