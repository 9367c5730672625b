package yibao.sandbox.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.sandbox.envelope.Field;

/** What every filing carries besides its form: key, person, commitment, signature. */
final class Promise {

  private static final String DIGEST = "[0-9a-f]{64}";

  private static final List<Field> FIELDS =
      List.of(
          Field.required("idemp_key", 32).like("[0-9a-f]{32}"),
          Field.required("psn_name", 50),
          Field.required("certno", 50),
          Field.required("opt_chnl", 3).like("6"),
          Field.optional("psn_no", 30),
          Field.optional("insutype", 6).like("\\d{3,6}"),
          Field.optional("att_cnt", 3).like("\\d{1,3}"),
          Field.optional("att_dgsts", 6500).like(DIGEST + "(," + DIGEST + ")*"),
          Field.optional("att_matrs", 6500).like("[a-z0-9.-]+(,[a-z0-9.-]+)*"),
          Field.optional("srv_item", 40).like("[a-z0-9-]+"),
          Field.optional("orig_flag", 1).like("[01]"),
          Field.optional("lack_matrs", 500),
          Field.optional("prms_days", 3).like("[1-9]\\d*"),
          Field.optional("prms_natr_days", 3).like("[1-9]\\d*"),
          Field.optional("prms_mons", 2).like("[1-9]\\d*"),
          Field.optional("prms_date", 10).like("\\d{4}-\\d{2}-\\d{2}"),
          Field.optional("cmmt_id", 64),
          Field.optional("cmmt_ver", 32),
          Field.optional("cmmt_dgst", 64).like(DIGEST),
          Field.optional("sign_flag", 1).like("[0123]"),
          Field.optional("sign_dgst", 64).like(DIGEST));

  private Promise() {}

  /** What is wrong; empty when nothing is. A commitment needs its text's digest and a signature. */
  static Optional<String> fault(Inputs input) {
    Optional<String> fault = input.fault(FIELDS);
    if (fault.isPresent()) {
      return fault;
    }
    boolean promised = input.optional("cmmt_id").isPresent();
    boolean whole =
        Stream.of("cmmt_ver", "cmmt_dgst").allMatch(name -> input.optional(name).isPresent());
    if (promised && !whole) {
      return Optional.of("承诺书缺少版本或摘要");
    }
    boolean signed = input.optional("sign_flag").filter(flag -> !"0".equals(flag)).isPresent();
    if (signed != input.optional("sign_dgst").isPresent()) {
      return Optional.of("sign_flag 与 sign_dgst 不一致");
    }
    return promised && !signed ? Optional.of("承诺书没有签名") : Optional.empty();
  }
}
