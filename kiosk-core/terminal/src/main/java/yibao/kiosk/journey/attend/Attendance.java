package yibao.kiosk.journey.attend;

import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.hardware.PaperCounts;

/**
 * What staff have to hand at the terminal's own screen.
 *
 * @param cards whose card lies on a reader
 * @param pins whether it is its holder who laid it there
 * @param service whether the terminal serves
 * @param help the citizen's call
 * @param paper how much was printed since paper was put in
 * @param audit remembers what they did
 */
public record Attendance(
    CardDesk cards,
    StaffPins pins,
    Service service,
    Help help,
    PaperCounts paper,
    AuditTrail audit) {

  /** Whether the terminal serves 服务中, for staff at its screen. Blocks on the disk. */
  public interface Service {
    /** Why staff have taken it out of service; empty while it serves. */
    Optional<String> paused();

    /** Nobody may begin from now on. */
    void pause(String reason);

    /** Back in service. */
    void resume();
  }

  /** A citizen's call for staff. */
  public interface Help {
    /**
     * Somebody waits for staff.
     *
     * @return whether it is told anywhere else than at this screen
     */
    boolean ring();

    /** Whether somebody waits for staff. */
    boolean called();

    /** Staff were there. */
    void over();
  }

  /**
   * Notes what somebody of the staff did. Blocks on the disk.
   *
   * @param what stable word of the action
   * @param number their staff number
   * @param outcome stable word of how it ended
   */
  public void note(String what, String number, String outcome) {
    audit.note(new AuditEntry(AuditEntry.Role.STAFF, what, Optional.of(number), outcome));
  }
}
