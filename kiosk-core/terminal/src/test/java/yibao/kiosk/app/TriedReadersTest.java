package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.journey.FakeCards;
import yibao.kiosk.journey.FakeHall;
import yibao.kiosk.journey.FakeScanner;
import yibao.kiosk.journey.FakeSlot;
import yibao.kiosk.journey.visit.Readers;

class TriedReadersTest {

  private final FakeCards cards = new FakeCards();
  private final TriedReaders readers =
      new TriedReaders(new Readers(cards, new FakeSlot(), new FakeScanner()));
  private final List<IdCardEvent> visit = new ArrayList<>();
  private final List<IdCardEvent> tried = new ArrayList<>();

  @Test
  void a_card_that_is_tried_begins_no_visit_until_it_was_taken_away() {
    readers.forVisits().idCards().watch(visit::add);
    Devices.Subscription trial = readers.forTrials().idCards().watch(tried::add);

    cards.lay(FakeHall.card());
    trial.close();
    cards.lay(FakeHall.card());

    assertEquals(2, tried.size());
    assertEquals(List.of(), visit);

    cards.lift();
    cards.lay(FakeHall.card());
    assertEquals(2, visit.size(), "read as ever");
  }

  @Test
  void a_try_that_ends_before_the_visit_was_told_is_still_no_visit() {
    List<Devices.Subscription> trial = new ArrayList<>();
    trial.add(
        readers
            .forTrials()
            .idCards()
            .watch(
                event -> {
                  if (event instanceof IdCardEvent.Read) {
                    trial.getFirst().close();
                    cards.lift();
                  }
                }));
    readers.forVisits().idCards().watch(visit::add);

    cards.lay(FakeHall.card());

    assertEquals(List.of(), visit);
  }

  @Test
  void the_card_of_the_try_before_ends_no_other() {
    readers.forVisits().idCards().watch(visit::add);
    readers.forTrials().idCards().watch(tried::add).close();
    readers.forTrials().idCards().watch(tried::add);

    cards.lift();
    cards.lay(FakeHall.card());

    assertEquals(List.of(), visit);
  }
}
