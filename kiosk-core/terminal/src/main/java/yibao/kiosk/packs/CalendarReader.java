package yibao.kiosk.packs;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.calendar.Arrangement;
import yibao.kiosk.calendar.WorkingDays;

/** Reads the yearly arrangements of public holidays in {@code _shared/calendar}. */
final class CalendarReader {

  private static final String FOLDER = "_shared/calendar";

  /** Longer than any holiday ever arranged; stops a mistyped year from being counted out. */
  private static final int LONGEST_HOLIDAY = 31;

  private final PackFolder folder;

  CalendarReader(Path root, Faults faults) {
    folder = new PackFolder(root, faults);
  }

  /** Working days by the arrangements there are. */
  WorkingDays read() {
    var years = new LinkedHashMap<Integer, Arrangement>();
    for (Entry file : folder.openAll(FOLDER, Schemas.CALENDAR)) {
      file.get("year")
          .flatMap(Entry::number)
          .ifPresent(
              year -> {
                if (years.put(year, arrangement(year, file)) != null) {
                  file.fault("%d 年的安排有两份".formatted(year), "只保留一份");
                }
              });
    }
    return new WorkingDays(years.values());
  }

  private static Arrangement arrangement(int year, Entry file) {
    var holidays = new HashSet<LocalDate>();
    file.elements("holidays").forEach(entry -> holidays.addAll(holiday(year, entry)));
    var workdays = new HashSet<LocalDate>();
    for (Entry entry : file.elements("workdays")) {
      date(year, entry)
          .ifPresent(
              day -> {
                if (holidays.contains(day)) {
                  entry.fault("这一天既放假又上班", "对照公布的安排改正");
                }
                workdays.add(day);
              });
    }
    return new Arrangement(year, holidays, workdays);
  }

  private static Set<LocalDate> holiday(int year, Entry entry) {
    Optional<LocalDate> from = entry.get("from").flatMap(day -> date(year, day));
    Optional<LocalDate> to = entry.get("to").flatMap(day -> date(year, day));
    if (from.isEmpty() || to.isEmpty()) {
      return Set.of();
    }
    if (to.get().isBefore(from.get()) || from.get().plusDays(LONGEST_HOLIDAY).isBefore(to.get())) {
      entry.fault("假期的起止日期不对", "对照公布的安排改正");
      return Set.of();
    }
    List<LocalDate> days = from.get().datesUntil(to.get().plusDays(1)).toList();
    return Set.copyOf(days);
  }

  /** A day of the year, or one of the days before it that its first holiday may take. */
  private static Optional<LocalDate> date(int year, Entry entry) {
    try {
      Optional<LocalDate> day = entry.text().map(LocalDate::parse);
      if (day.isPresent()
          && (day.get().plusMonths(1).getYear() < year || day.get().getYear() > year)) {
        entry.fault("日期不在 %d 年".formatted(year), "对照公布的安排改正");
        return Optional.empty();
      }
      return day;
    } catch (DateTimeException e) {
      entry.fault("没有这个日期", "写成 年-月-日，例如 %d-10-01".formatted(year));
      return Optional.empty();
    }
  }
}
