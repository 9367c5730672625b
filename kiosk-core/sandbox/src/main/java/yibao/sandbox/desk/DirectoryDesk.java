package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.directory.Directory;
import yibao.sandbox.directory.Drug;
import yibao.sandbox.directory.Institution;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Codes;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;

/** What anybody may look up: 1201 institutions, 990203 drugs. At most a hundred at a time. */
final class DirectoryDesk {

  private static final int MOST = 100;

  private final Directory directory;

  DirectoryDesk(Directory directory) {
    this.directory = directory;
  }

  Answer institutions(Request request) {
    Inputs input = new Inputs(request.input("medinsinfo"));
    Optional<String> fault =
        input.fault(
            List.of(
                Field.optional("fixmedins_name", 200),
                Field.optional("fixmedins_type", 3).like("[12]")));
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    String province = request.place().substring(0, 2);
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = output.putArray("medinsinfo");
    directory.institutions().stream()
        .filter(it -> it.place().startsWith(province))
        .filter(it -> it.name().contains(input.optional("fixmedins_name").orElse("")))
        .filter(it -> input.optional("fixmedins_type").map(it.type()::equals).orElse(true))
        .limit(MOST)
        .forEach(it -> describe(it, rows.addObject()));
    return Answer.of(output);
  }

  private static void describe(Institution institution, ObjectNode row) {
    row.put("fixmedins_code", institution.code());
    row.put("fixmedins_name", institution.name());
    row.put("fixmedins_type", institution.type());
    row.put("hosp_lv_name", institution.level());
    row.put("admdvs", institution.place());
    row.put("addr", institution.address());
    row.put("out_onln_open_type", institution.online() ? "1" : "0");
  }

  Answer drugs(Request request) {
    Inputs input = new Inputs(request.input("data"));
    Optional<String> fault = input.fault(List.of(Field.required("drug_name", 100)));
    if (fault.isPresent()) {
      return Answer.refused(Codes.MALFORMED, fault.get());
    }
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = output.putArray("result");
    directory.drugs().stream()
        .filter(it -> it.name().contains(input.text("drug_name")))
        .limit(MOST)
        .forEach(it -> describe(it, rows.addObject()));
    return Answer.of(output);
  }

  private static void describe(Drug drug, ObjectNode row) {
    row.put("med_list_codg", drug.code());
    row.put("drug_genname", drug.name());
    row.put("drug_dosform", drug.form());
    row.put("drug_spec", drug.spec());
    row.put("chrgitm_lv", drug.level());
    row.put("lmt_usescp", drug.limit().orElse(""));
  }
}
