package yibao.kiosk.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.kiosk.calendar.WorkingDays;

/** The shipped calendar against the notices of the State Council's General Office. */
class ArrangementTest {

  private static WorkingDays days;

  @BeforeAll
  static void readTheShippedCalendar() {
    var faults = new Faults();
    days = new CalendarReader(Path.of("../../deploy/regions"), faults).read();
    assertTrue(faults.isEmpty(), () -> faults.all().toString());
  }

  static Stream<Notice> notices() {
    return Stream.of(
        new Notice(
            2024,
            """
            一、元旦：1月1日放假，与周末连休。
            二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
            三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
            四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
            五、端午节：6月10日放假，与周末连休。
            六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
            七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
            """),
        new Notice(
            2025,
            """
            一、元旦：1月1日（周三）放假1天，不调休。
            二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
            三、清明节：4月4日（周五）至6日（周日）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
            六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
            """),
        new Notice(
            2026,
            """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            """));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void every_day_of_the_year_is_as_the_notice_says(Notice notice) {
    Set<LocalDate> differing =
        LocalDate.of(notice.year(), 1, 1)
            .datesUntil(LocalDate.of(notice.year() + 1, 1, 1))
            .filter(Predicate.not(day -> days.isWorkingDay(day) == notice.isWorkingDay(day)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(Set.of(), differing);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-18,  5, 2026-09-24", // 20 September is worked, 25 is the first day off
    "2026-09-30,  1, 2026-10-08",
    "2026-09-30, 15, 2026-10-27", // 10 October is worked
    "2026-02-13,  1, 2026-02-14", // a Saturday that is worked
    "2026-02-13, 10, 2026-03-05",
    "2025-01-24, 15, 2025-02-20",
    "2024-04-26,  5, 2024-05-07"
  })
  void limits_run_across_national_day_and_spring_festival(
      LocalDate accepted, int limit, LocalDate due) {
    assertEquals(new WorkingDays.Counted(due, true), days.after(accepted, limit));
  }

  /** A notice's sentences, read independently of the calendar's files. */
  record Notice(int year, String text) {

    private static final Pattern OFF =
        Pattern.compile("：(\\d+)月(\\d+)日(?:（[^）]*）)?(?:至(?:(\\d+)月)?(\\d+)日(?:（[^）]*）)?)?放假");
    private static final Pattern ON = Pattern.compile("(\\d+)月(\\d+)日（[^）]*）(?=、\\d|上班)");

    boolean isWorkingDay(LocalDate day) {
      boolean on =
          ON.matcher(text).results().anyMatch(m -> date(m.group(1), m.group(2)).equals(day));
      boolean off =
          OFF.matcher(text)
              .results()
              .anyMatch(
                  m -> {
                    LocalDate from = date(m.group(1), m.group(2));
                    LocalDate to =
                        m.group(4) == null
                            ? from
                            : date(m.group(3) == null ? m.group(1) : m.group(3), m.group(4));
                    return !day.isBefore(from) && !day.isAfter(to);
                  });
      return on || (!off && day.getDayOfWeek().getValue() < 6);
    }

    private LocalDate date(String month, String day) {
      return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
    }

    @Override
    public String toString() {
      return "" + year;
    }
  }
}
