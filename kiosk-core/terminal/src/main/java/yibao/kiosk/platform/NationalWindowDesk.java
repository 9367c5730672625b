package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yibao.kiosk.record.FilingAtWindow;

/** A window's words in the fields of the province's profile. */
final class NationalWindowDesk implements WindowDesk {

  private final ProvinceProfile profile;
  private final Asking asking;
  private final FilingMapping filings;

  NationalWindowDesk(ProvinceProfile profile, Asking asking, FilingMapping filings) {
    this.profile = profile;
    this.asking = asking;
    this.filings = filings;
  }

  @Override
  public Reply<Optional<FilingAtWindow>> look(String number) {
    Reply<Optional<FilingAtWindow>> reply =
        asking.ask(
            Operation.LOOK_AT_WINDOW,
            "data",
            numbered(number),
            output -> Optional.of(read(output)));
    return reply instanceof Reply.Refused<Optional<FilingAtWindow>>(String code, _)
            && profile.answers().filingNotThere().contains(code)
        ? new Reply.Answered<>(Optional.empty())
        : reply;
  }

  @Override
  public Reply<FilingAtWindow> confirm(String number, Optional<LocalDate> due) {
    ObjectNode input = numbered(number);
    due.ifPresent(day -> input.put("prms_date", day.toString()));
    return asking.ask(Operation.CONFIRM_ORIGINALS, "data", input, this::read);
  }

  @Override
  public Reply<FilingAtWindow> giveBack(String number, String reason, List<String> missing) {
    ObjectNode input =
        numbered(number)
            .put("rchk_opnn", reason)
            .put(
                "lack_matrs",
                missing.stream()
                    .map(name -> name.replace(',', '，'))
                    .collect(Collectors.joining(",")));
    return asking.ask(Operation.GIVE_BACK, "data", input, this::read);
  }

  private FilingAtWindow read(JsonNode output) {
    return filings.atWindow(new Fields(output).child("result"));
  }

  private static ObjectNode numbered(String number) {
    return JsonNodeFactory.instance.objectNode().put("trt_dcla_detl_sn", number);
  }
}
