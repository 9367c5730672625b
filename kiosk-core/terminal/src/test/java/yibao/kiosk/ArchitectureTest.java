package yibao.kiosk;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The terminal's floors: a package imports from floors below, and packages of one floor don't know
 * each other.
 */
@AnalyzeClasses(packages = "yibao.kiosk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final List<List<String>> FLOORS =
      List.of(
          List.of("catalog", "calendar", "identity", "form", "record"),
          List.of("packs", "platform", "store", "audit", "window"),
          List.of("filing", "query", "voucher", "paper", "hardware", "voice"),
          List.of("journey"),
          List.of("web", "telemetry"),
          List.of("app"));

  private static final Map<String, Integer> FLOOR_OF =
      IntStream.range(0, FLOORS.size())
          .boxed()
          .flatMap(floor -> FLOORS.get(floor).stream().map(p -> Map.entry(p, floor)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  @ArchTest
  static final ArchRule packages_import_only_from_floors_below =
      ArchRuleDefinition.classes()
          .should(
              new ArchCondition<>("import only from floors below") {
                @Override
                public void check(JavaClass room, ConditionEvents events) {
                  room.getDirectDependenciesFromSelf().stream()
                      .filter(d -> d.getTargetClass().getPackageName().startsWith("yibao.kiosk."))
                      .forEach(
                          dependency -> {
                            String from = topPackage(room);
                            String to = topPackage(dependency.getTargetClass());
                            boolean fine = from.equals(to) || floor(to) < floor(from);
                            events.add(
                                new SimpleConditionEvent(room, fine, dependency.getDescription()));
                          });
                }
              });

  @ArchTest
  static final ArchRule rules_and_values_do_no_input_or_output =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(
              FLOORS.getFirst().stream().map(p -> "yibao.kiosk." + p + "..").toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio.file..",
              "java.net..",
              "io.vertx..",
              "java.sql..",
              "com.fasterxml..");

  @ArchTest
  static final ArchRule the_rooms_of_the_journey_know_each_other_one_way =
      SlicesRuleDefinition.slices().matching("yibao.kiosk.journey.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_reads_the_clock_behind_the_timekeepers_back =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("yibao.kiosk.app..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now");

  @ArchTest
  static final ArchRule what_is_simulated_is_never_imported =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("yibao.simulators..", "yibao.sandbox..", "yibao.demo..");

  private static String topPackage(JavaClass room) {
    String below = room.getPackageName().substring("yibao.kiosk.".length());
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }

  private static int floor(String name) {
    if (!FLOOR_OF.containsKey(name)) {
      throw new IllegalStateException("package " + name + " stands on no floor of the design");
    }
    return FLOOR_OF.get(name);
  }
}
