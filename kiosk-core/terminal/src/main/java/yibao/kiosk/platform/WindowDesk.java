package yibao.kiosk.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.FilingAtWindow;

/**
 * What a clerk at a window does with what a terminal took in. Every call blocks the calling virtual
 * thread for a bounded time, and is safe to repeat: a second confirmation or return of the same
 * filing changes nothing. A province that takes no such word from a terminal ends a call in {@link
 * Reply.Unreachable} with {@code platform.not-offered}.
 */
public interface WindowDesk {

  /** The filing of this number; empty when there is none. */
  Reply<Optional<FilingAtWindow>> look(String number);

  /**
   * The originals have been seen 核验原件: the filing is accepted 已受理, unless papers are still to come.
   * Answers with how it stands then.
   *
   * @param due the day promised from now on, where a limit begins
   */
  Reply<FilingAtWindow> confirm(String number, Optional<LocalDate> due);

  /**
   * Gives a filing back 退回补正. Answers with how it stands then.
   *
   * @param reason what the citizen reads
   * @param missing names of the papers to bring, at least one
   */
  Reply<FilingAtWindow> giveBack(String number, String reason, List<String> missing);
}
