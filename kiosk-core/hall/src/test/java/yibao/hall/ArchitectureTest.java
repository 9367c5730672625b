package yibao.hall;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;

/** The monitor's floors: a package imports from floors below; those of one floor are strangers. */
@AnalyzeClasses(packages = "yibao.hall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_import_only_from_floors_below =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("yibao.hall..")
          .layer("app")
          .definedBy("yibao.hall.app..")
          .layer("web")
          .definedBy("yibao.hall.web..")
          .layer("watch")
          .definedBy("yibao.hall.watch..")
          .layer("store")
          .definedBy("yibao.hall.store..")
          .layer("broker")
          .definedBy("yibao.hall.broker..")
          .layer("accounts")
          .definedBy("yibao.hall.accounts..")
          .layer("fleet")
          .definedBy("yibao.hall.fleet..")
          .ensureAllClassesAreContainedInArchitectureIgnoring("yibao.telemetry..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("watch")
          .mayOnlyBeAccessedByLayers("web", "app")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("watch", "web", "app")
          .whereLayer("broker")
          .mayOnlyBeAccessedByLayers("watch", "web", "app")
          .whereLayer("accounts")
          .mayOnlyBeAccessedByLayers("web", "app");

  @ArchTest
  static final ArchRule a_terminal_is_known_by_what_it_says_alone =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("yibao.kiosk..", "yibao.devices..", "yibao.demo..");

  @ArchTest
  static final ArchRule time_comes_from_the_clock_handed_in =
      ArchRuleDefinition.noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");
}
