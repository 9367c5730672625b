package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Answer;
import yibao.sandbox.envelope.Field;
import yibao.sandbox.envelope.Request;
import yibao.sandbox.people.PlatformRecord;

/** What the platform holds about a person's care: 5201, 5301, 5302, 5303, 5304. */
final class CareDesk {

  private static final String INPATIENT = "21";

  private final AboutPerson persons;

  CareDesk(AboutPerson persons) {
    this.persons = persons;
  }

  /** Visits that began in a period, settled or not: 5201. */
  Answer visits(Request request) {
    return persons.inPeriod(
        request,
        "begntime",
        "endtime",
        "mdtrtinfo",
        (rows, record, period) -> {
          record.settlements().stream()
              .filter(it -> period.has(it.day()))
              .forEach(
                  it ->
                      visit(
                          rows,
                          record,
                          it.visit(),
                          it.type(),
                          it.institution(),
                          it.name(),
                          it.day()));
          record.care().stays().stream()
              .filter(it -> period.has(it.begin()))
              .forEach(it -> stay(rows, record, it));
        },
        Field.optional("med_type", 6),
        Field.optional("mdtrt_id", 30));
  }

  private static ObjectNode stay(ArrayNode rows, PlatformRecord record, PlatformRecord.Stay it) {
    return visit(rows, record, it.visit(), INPATIENT, it.institution(), it.name(), it.begin());
  }

  private static ObjectNode visit(
      ArrayNode rows,
      PlatformRecord record,
      String id,
      String type,
      String institution,
      String name,
      LocalDate day) {
    return rows.addObject()
        .put("mdtrt_id", id)
        .put("psn_no", record.number())
        .put("med_type", type)
        .put("fixmedins_code", institution)
        .put("fixmedins_name", name)
        .put("begntime", day + " 08:00:00");
  }

  /** 门诊慢特病 entitlements: 5301. */
  Answer chronic(Request request) {
    return persons.answer(
        request,
        List.of(AboutPerson.PERSON),
        (_, record) -> {
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          ArrayNode rows = output.putArray("feedetail");
          for (PlatformRecord.Chronic chronic : record.chronic()) {
            ObjectNode row =
                rows.addObject()
                    .put("opsp_dise_code", chronic.code())
                    .put("opsp_dise_name", chronic.name())
                    .put("begndate", chronic.begin().toString());
            until(row, chronic.end());
          }
          return Answer.of(output);
        });
  }

  /** Institutions chosen for 门诊慢特病: 5302; of no other kind is any on record. */
  Answer designated(Request request) {
    return persons.answer(
        request,
        List.of(AboutPerson.PERSON, Field.required("biz_appy_type", 6)),
        (input, record) -> {
          ObjectNode output = JsonNodeFactory.instance.objectNode();
          ArrayNode rows = output.putArray("psnfixmedin");
          if (input.text("biz_appy_type").equals("01")) {
            int place = 0;
            for (PlatformRecord.Designated chosen : record.care().designated()) {
              ObjectNode row =
                  rows.addObject()
                      .put("psn_no", record.number())
                      .put("fix_srt_no", Integer.toString(++place))
                      .put("fixmedins_code", chosen.institution())
                      .put("fixmedins_name", chosen.name())
                      .put("begndate", chosen.begin().toString());
              until(row, chosen.end());
            }
          }
          return Answer.of(output);
        });
  }

  /** Who is in hospital: 5303. */
  Answer stays(Request request) {
    return persons.inPeriod(
        request,
        "begntime",
        "endtime",
        "data",
        (rows, record, period) -> {
          record.care().stays().stream()
              .filter(it -> period.has(it.begin()))
              .forEach(it -> stay(rows, record, it).put("out_flag", "0"));
        });
  }

  /** 转诊转院 that hospitals put on record: 5304. */
  Answer referrals(Request request) {
    return persons.inPeriod(
        request,
        "begntime",
        "endtime",
        "refmedin",
        (rows, record, period) -> {
          record.care().referrals().stream()
              .filter(it -> period.has(it.day()))
              .forEach(
                  it ->
                      until(
                          rows.addObject()
                              .put("trt_dcla_detl_sn", it.number())
                              .put("dcla_souc", "01")
                              .put("reflin_medins_no", it.institution())
                              .put("reflin_medins_name", it.name())
                              .put("out_flag", "1")
                              .put("refl_date", it.day().toString())
                              .put("begndate", it.begin().toString()),
                          it.end()));
        });
  }

  private static void until(ObjectNode row, Optional<LocalDate> end) {
    end.ifPresentOrElse(day -> row.put("enddate", day.toString()), () -> row.putNull("enddate"));
  }
}
