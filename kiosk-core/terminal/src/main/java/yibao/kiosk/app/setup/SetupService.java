package yibao.kiosk.app.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import yibao.kiosk.app.setup.SetupBook.Verdict;
import yibao.kiosk.app.setup.SetupPlan.By;
import yibao.kiosk.web.SetupDesk;

/**
 * Setting a terminal up, step by step and as often as one likes: the same values change nothing, a
 * check made again replaces its result.
 */
public final class SetupService implements SetupDesk {
  private static final String SIGNATURE = "[0-9A-Za-z]{1,20}";

  private final SetupPlan plan;
  private final SetupBook book;
  private final ProposedConfig proposed;
  private final Choices choices;
  private final Inspector inspector;
  private final Supplier<byte[]> report;
  private final Optional<Runnable> restart;
  private final InstantSource clock;
  private final Executor threads;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /**
   * @param report makes the report as it stands
   * @param restart ends this program so that its manager starts it anew; empty where nobody would
   * @param threads runs checks
   */
  public SetupService(
      SetupPlan plan,
      SetupBook book,
      ProposedConfig proposed,
      Choices choices,
      Inspector inspector,
      Supplier<byte[]> report,
      Optional<Runnable> restart,
      InstantSource clock,
      Executor threads) {
    this.plan = plan;
    this.book = book;
    this.proposed = proposed;
    this.choices = choices;
    this.inspector = inspector;
    this.report = report;
    this.restart = restart;
    this.clock = clock;
    this.threads = threads;
  }

  /** Whether a check needs nothing more. */
  static boolean passed(SetupBook.Content content, String check) {
    return Optional.ofNullable(content.results().get(check))
        .filter(result -> result.verdict() != Verdict.FAIL)
        .isPresent();
  }

  @Override
  public Page page() {
    // Before the book: a check that ends meanwhile is told as under way, and asked about again.
    Set<String> underWay = Set.copyOf(running);
    SetupBook.Content content = book.read();
    return onDisk(
        () ->
            new Page(
                plan.steps().stream().map(step -> view(step, content, underWay)).toList(),
                proposed.changed(),
                proposed.signed(),
                restart.isPresent(),
                content.accepted()));
  }

  private Step view(SetupPlan.Step step, SetupBook.Content content, Set<String> underWay) {
    return new Step(
        step.id(),
        step.title(),
        step.lead(),
        state(step, content),
        step.fields().stream().map(field -> view(field, content)).toList(),
        step.checks().stream().map(check -> view(check, content, underWay)).toList());
  }

  private static String state(SetupPlan.Step step, SetupBook.Content content) {
    List<String> checks = step.checks().stream().map(SetupPlan.Check::id).toList();
    boolean failed =
        checks.stream()
            .map(content.results()::get)
            .anyMatch(result -> result != null && result.verdict() == Verdict.FAIL);
    if (failed) {
      return "failed";
    }
    boolean done =
        checks.isEmpty()
            ? content.accepted().isPresent()
            : checks.stream().allMatch(check -> passed(content, check));
    return done ? "done" : "open";
  }

  private Field view(SetupPlan.Field field, SetupBook.Content content) {
    String value =
        field.signed()
            ? content.signed().getOrDefault(field.key(), "")
            : onDisk(() -> proposed.value(field.key()));
    return new Field(
        field.key(),
        field.label(),
        field.hint(),
        value,
        field.options().map(name -> choices.of(name, value)).orElse(List.of()));
  }

  private Check view(SetupPlan.Check check, SetupBook.Content content, Set<String> underWay) {
    return new Check(
        check.id(),
        check.label(),
        check.by().name().toLowerCase(Locale.ROOT),
        underWay.contains(check.id()),
        Optional.ofNullable(content.results().get(check.id()))
            .map(
                result ->
                    new SetupDesk.Result(
                        result.verdict().name().toLowerCase(Locale.ROOT),
                        result.said(),
                        result.at(),
                        result.by())));
  }

  @Override
  public List<String> save(String step, Map<String, String> values) {
    Map<SetupPlan.Field, String> settings = new LinkedHashMap<>();
    Map<String, String> signatures = new LinkedHashMap<>();
    for (SetupPlan.Field field : plan.step(step).map(SetupPlan.Step::fields).orElse(List.of())) {
      Optional<String> value = Optional.ofNullable(values.get(field.key())).map(String::strip);
      if (value.isPresent() && field.signed()) {
        if (!value.get().matches(SIGNATURE)) {
          return List.of(field.label() + "要写成：一到二十个字母或数字");
        }
        signatures.put(field.key(), value.get());
      } else {
        value.ifPresent(text -> settings.put(field, text));
      }
    }
    return onDisk(
        () -> {
          book.sign(signatures);
          return proposed.put(settings);
        });
  }

  @Override
  public boolean begin(String check, String by) {
    if (plan.check(check).filter(it -> it.by() == By.MACHINE).isEmpty()) {
      return false;
    }
    if (running.add(check)) {
      threads.execute(
          () -> {
            try {
              Found found = inspector.inspect(check);
              note(check, found, by);
            } finally {
              running.remove(check);
            }
          });
    }
    return true;
  }

  @Override
  public boolean judge(String check, String verdict, String said, String by) {
    Optional<SetupPlan.Check> known = plan.check(check);
    Optional<Verdict> judged =
        List.of(Verdict.values()).stream()
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(verdict))
            .findFirst();
    // What a machine can tell it tells itself; people may say that it has no such device.
    if (known.isEmpty()
        || judged.isEmpty()
        || known.get().by() == By.MACHINE && judged.get() != Verdict.ABSENT) {
      return false;
    }
    note(check, new Found(judged.get(), said), by);
    return true;
  }

  private void note(String check, Found found, String by) {
    onDisk(
        () -> {
          book.result(
              check, new SetupBook.Result(found.verdict(), found.said(), clock.instant(), by));
          return true;
        });
  }

  @Override
  public byte[] report() {
    return report.get();
  }

  @Override
  public List<String> accept(String by) {
    SetupBook.Content content = book.read();
    List<String> open =
        plan.steps().stream()
            .flatMap(step -> step.checks().stream())
            .filter(check -> !passed(content, check.id()))
            .map(SetupPlan.Check::label)
            .toList();
    if (open.isEmpty()) {
      onDisk(
          () -> {
            book.accept(clock.instant());
            return true;
          });
    }
    return open;
  }

  @Override
  public void apply(String by) {
    restart.ifPresent(Runnable::run);
  }

  private interface Disk<T> {
    T get() throws IOException;
  }

  private static <T> T onDisk(Disk<T> work) {
    try {
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException("the book of the setting up cannot be read or written", e);
    }
  }
}
