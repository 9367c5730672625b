package yibao.kiosk.catalog;

import java.util.List;
import java.util.Optional;

/** A node of the 办理材料 tree. */
public sealed interface Material {

  /** Under which facts it is asked for. */
  Condition when();

  /**
   * Every part is needed; no parts means nothing is.
   *
   * @param parts in printed order
   */
  record AllOf(Condition when, List<Material> parts) implements Material {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One of the choices is enough.
   *
   * @param name what the choices prove, such as 长期居住认定材料
   * @param choices in printed order, at least one
   */
  record AnyOf(Condition when, Optional<String> name, List<Material> choices) implements Material {
    public AnyOf {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One thing.
   *
   * @param kind what sort of thing it is
   * @param id names the form, commitment, kind of document or shared data; equal in all regions
   * @param name as the list prints it
   * @param presentation what of it must be shown
   * @param standIn the 承诺书 that may be signed where the citizen cannot provide it
   * @param sharedWhen the facts under which data sharing makes it unnecessary
   * @param note what else the list says about it; "" for nothing
   */
  record Leaf(
      Condition when,
      Kind kind,
      String id,
      String name,
      Presentation presentation,
      Optional<String> standIn,
      Optional<Condition> sharedWhen,
      String note)
      implements Material {}

  /** What sort of thing a leaf is. */
  enum Kind {
    /** The credential the branch's rule accepts. */
    CREDENTIAL("credential"),
    /** A form the terminal fills in, or prints blank. */
    FORM("form"),
    /** A paper the citizen brings. */
    DOCUMENT("document"),
    /** A 承诺书 signed here. */
    COMMITMENT("commitment"),
    /** A 授权书 signed here. */
    CONSENT("consent"),
    /** 银行账户信息. */
    BANK_ACCOUNT("bankAccount"),
    /** 加盖单位公章. */
    OFFICIAL_SEAL("officialSeal"),
    /** Something the office fetches itself. */
    SHARED_DATA("sharedData");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }

  /** What of a paper must be shown. */
  enum Presentation {
    /** The list does not say. */
    UNSPECIFIED("unspecified"),
    /** 原件. */
    ORIGINAL("original"),
    /** 复印件. */
    COPY("copy"),
    /** 原件及复印件. */
    ORIGINAL_AND_COPY("originalAndCopy"),
    /** 原件或复印件. */
    ORIGINAL_OR_COPY("originalOrCopy");

    private final String key;

    Presentation(String key) {
      this.key = key;
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }
}
