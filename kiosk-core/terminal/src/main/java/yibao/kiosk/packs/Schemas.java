package yibao.kiosk.packs;

/** The schemas of a pack's files. */
final class Schemas {

  static final Schema REGION = new Schema("region.schema.json");
  static final Schema LIST = new Schema("list.schema.json");
  static final Schema READING = new Schema("reading.schema.json");
  static final Schema FACTS = new Schema("facts.schema.json");
  static final Schema PRINCIPALS = new Schema("principals.schema.json");
  static final Schema WITNESS = new Schema("witness.schema.json");
  static final Schema COMMITMENT = new Schema("commitment.schema.json");
  static final Schema CALENDAR = new Schema("calendar.schema.json");
  static final Schema FORM = new Schema("form.schema.json");
  static final Schema SERVICES = new Schema("services.schema.json");
  static final Schema FORM_CHANGES = new Schema("form-changes.schema.json");
  static final Schema CODES = new Schema("codes.schema.json");
  static final Schema AWAITED_FORMS = new Schema("awaited-forms.schema.json");

  private Schemas() {}
}
