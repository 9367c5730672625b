package yibao.sandbox.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yibao.sandbox.people.IdentityDocument.Kind;

class PeopleTest {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final List<SandboxPerson> people = People.embedded().all();

  @Test
  void every_region_has_at_least_six_people_and_all_together_thirty() {
    var byRegion =
        people.stream()
            .collect(Collectors.groupingBy(SandboxPerson::region, Collectors.counting()));

    assertEquals(Set.of("qinghai", "pingdingshan", "yantai", "ziyang", "gansu"), byRegion.keySet());
    byRegion.forEach((region, count) -> assertTrue(count >= 6, region + " has " + count));
    assertTrue(people.size() >= 30);
  }

  @Test
  void every_number_of_eighteen_has_a_right_check_digit_birth_date_and_sex() {
    for (SandboxPerson person : people) {
      IdentityDocument card = person.card();
      if (card.kind() == Kind.FOREIGNER_2017) {
        continue;
      }
      String number = card.number();
      assertEquals(checkDigit(number), number.charAt(17), person.id());
      assertEquals(card.birth().toString().replace("-", ""), number.substring(6, 14), person.id());
      int odd = (number.charAt(16) - '0') % 2;
      assertEquals(card.sex(), odd == 1 ? "1" : "2", person.id());
    }
  }

  @Test
  void the_old_foreigners_number_checks_by_icao_9303() {
    assertEquals('5', icaoDigit("KAZ110090123105"), "the published vector");
    people.stream()
        .map(SandboxPerson::card)
        .filter(card -> card.kind() == Kind.FOREIGNER_2017)
        .forEach(card -> assertEquals(icaoDigit(card.number()), card.number().charAt(14)));
  }

  @Test
  void all_the_kinds_of_people_a_hall_meets_are_there() {
    assertSomebody("twenty characters", it -> name(it).codePointCount(0, name(it).length()) == 20);
    assertSomebody("䶮", it -> name(it).contains("䶮"));
    assertSomebody("a character outside the basic plane", it -> name(it).contains("𠅤"));
    assertSomebody("paused", it -> hasInsurance(it, row -> row.status().equals("2")));
    assertSomebody("nobody the platform knows", it -> it.platform().isEmpty());
    assertSomebody(
        "active as employee and as resident",
        it ->
            hasInsurance(it, row -> row.kind().equals("310") && row.status().equals("1"))
                && hasInsurance(it, row -> row.kind().equals("390") && row.status().equals("1")));
    assertSomebody(
        "an earlier filing", it -> it.platform().filter(p -> !p.filings().isEmpty()).isPresent());
    assertSomebody(
        "another spelling",
        it -> !name(it).startsWith(it.card().name()) && it.platform().isPresent());
    for (Kind kind : Kind.values()) {
      assertSomebody(kind.name(), it -> it.card().kind() == kind);
    }
  }

  @Test
  void every_name_fits_the_chip() {
    for (SandboxPerson person : people) {
      assertTrue(person.card().name().length() <= 15, person.id());
      assertTrue(person.card().englishName().orElse("").length() <= 46, person.id());
      assertTrue(person.card().address().orElse("").length() <= 35, person.id());
      assertTrue(person.card().issuer().orElse("").length() <= 15, person.id());
    }
  }

  private void assertSomebody(String who, Predicate<SandboxPerson> like) {
    assertTrue(people.stream().anyMatch(like), who);
  }

  private static String name(SandboxPerson person) {
    return person.platform().flatMap(PlatformRecord::name).orElse(person.card().name());
  }

  private static boolean hasInsurance(
      SandboxPerson person, Predicate<PlatformRecord.Insured> like) {
    return person.platform().stream().flatMap(it -> it.insurances().stream()).anyMatch(like);
  }

  private static char checkDigit(String number) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11);
  }

  private static char icaoDigit(String number) {
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      sum += Character.digit(number.charAt(i), 36) * new int[] {7, 3, 1}[i % 3];
    }
    return (char) ('0' + sum % 10);
  }
}
