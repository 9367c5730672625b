package yibao.kiosk.journey.visit;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Whether anybody may begin a visit: the hall's hours, and what its staff decided. A visit that has
 * begun is never cut short by them.
 */
public interface Doors {

  /** Always open. */
  Doors OPEN =
      new Doors() {
        @Override
        public Optional<Shut> shut(LocalDateTime now) {
          return Optional.empty();
        }

        @Override
        public Optional<LocalDateTime> turns(LocalDateTime now) {
          return Optional.empty();
        }

        @Override
        public void tell(Runnable changed) {
          // They never change.
        }
      };

  /** Why nobody may begin at this time; empty while they are open. */
  Optional<Shut> shut(LocalDateTime now);

  /** When that turns by itself, as far as it is known. */
  Optional<LocalDateTime> turns(LocalDateTime now);

  /** From now on tells when staff shut or open them. */
  void tell(Runnable changed);

  /**
   * Shut doors.
   *
   * @param why which doors
   * @param reason in a few words, as people are to read it; "" where there is nothing to add
   * @param opens when somebody may begin again, as far as it is known
   */
  record Shut(Why why, String reason, Optional<LocalDateTime> opens) {}

  /** Which doors are shut. */
  enum Why {
    /** The hall's, by its hours 服务时间. */
    OUT_OF_HOURS,
    /** This terminal's, by its staff 暂停服务. */
    OUT_OF_SERVICE
  }
}
