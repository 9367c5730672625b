package yibao.kiosk.journey;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Stream;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;

/** One terminal that a citizen comes to day after day, and what they do there. */
final class ProvinceVisits {

  private final FakeHall hall;
  final Screen screen;

  ProvinceVisits(FakeHall hall) {
    this.hall = hall;
    this.screen = new Screen(hall.journey());
  }

  /** From the list to the result, or to the screen that says why not. */
  Step files(ServiceItem item, Map<String, String> said) {
    hall.journey().start();
    screen.answer("{\"item\":" + item.seq() + "}");
    return goesOn(said);
  }

  /** On to the result, or to the screen that says why not. */
  Step goesOn(Map<String, String> said) {
    new Walker(hall, screen, said)
        .walkUntil(step -> step instanceof Step.Result || ProvinceVisits.barred(step));
    return screen.view().step();
  }

  private static boolean barred(Step step) {
    return step instanceof Step.Eligibility told
        && !told.notice().code().startsWith("assurance")
        && !told.notice().code().equals("agent.heir-comes");
  }

  /** What came out of the printer. */
  String prints() {
    screen.answer("{\"choice\":\"print\"}");
    if (screen.settled() instanceof Step.Eligibility) {
      hall.slot.pull();
    }
    screen.await(Step.Paper.class, step -> step.phase() == Step.Paper.Phase.PRINTED);
    return new String(hall.printed.getLast(), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  /** Looks a filing up by the number on its receipt. */
  Step.Answer looksUp(String number) {
    return asks("progressQuery", Map.of("progressBy", "number", "number", number));
  }

  /** Asks a question of the list, by its link, or of the hall's own. */
  Step.Answer asks(String what, Map<String, String> said) {
    hall.journey().start();
    int seq =
        Stream.concat(
                hall.site().region().services().stream()
                    .filter(it -> it.id().equals(what))
                    .map(HallService::item),
                hall.site().region().linked(what).stream())
            .findFirst()
            .orElseThrow()
            .seq();
    screen.answer("{\"item\":" + seq + "}");
    new Walker(hall, screen, said).walkTo(Step.Answer.class);
    return (Step.Answer) screen.view().step();
  }

  static boolean offers(Step.Answer answer, String id) {
    return answer.choices().stream().map(Choice::id).anyMatch(id::equals);
  }

  /** Goes home and takes everything along. */
  void leaves() {
    hall.cards.lift();
    hall.slot.pull();
    hall.journey().leave();
    hall.cards.lift();
    hall.journey().leave();
  }
}
