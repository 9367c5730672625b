package yibao.kiosk.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.View;

/** A screen that a test touches. */
final class Screen {

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<JourneyEvent> heard = new LinkedBlockingQueue<>();
  private final List<Integer> warnings = new CopyOnWriteArrayList<>();
  private final Journey journey;

  Screen(Journey journey) {
    this.journey = journey;
    journey.subscribe(this::hear);
  }

  View view() {
    return journey.view();
  }

  Journey.Taken answer(String answer) {
    View view = journey.view();
    try {
      return journey.answer(view.step().kind(), view.revision(), json.readTree(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Somebody comes, chooses this item and starts it. */
  void begin(ServiceItem item) {
    journey.start();
    answer("{\"item\":" + item.seq() + "}");
    await(Step.Brief.class);
    answer("{\"choice\":\"start\"}");
  }

  /** Once somebody was read, they say that it is them. */
  void confirm() {
    await(Step.Identify.class, step -> step.phase() == Step.Identify.Phase.CONFIRM);
    answer("{\"me\":true}");
  }

  /** The step, once it is of this kind and as wanted. */
  <S extends Step> S await(Class<S> kind, Predicate<S> wanted) {
    Step now = journey.view().step();
    while (!(kind.isInstance(now) && wanted.test(kind.cast(now)))) {
      try {
        JourneyEvent event = heard.poll(10, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("no " + kind.getSimpleName() + ", still at " + now);
        }
        now = journey.view().step();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return kind.cast(now);
  }

  /** The step, once the terminal waits for the citizen. */
  Step settled() {
    return await(Step.class, step -> !(step instanceof Step.Wait));
  }

  <S extends Step> S await(Class<S> kind) {
    return await(kind, _ -> true);
  }

  /** The seconds of the idle warnings heard so far. */
  List<Integer> warnings() {
    return List.copyOf(warnings);
  }

  private void hear(JourneyEvent event) {
    heard.add(event);
    if (event instanceof JourneyEvent.Idle(int left)) {
      warnings.add(left);
    }
  }
}
