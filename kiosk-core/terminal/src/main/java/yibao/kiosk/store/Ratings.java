package yibao.kiosk.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;

/**
 * What citizens thought of it, and what staff do about it. Nothing of it is about a person but the
 * number somebody left who wants a reply: encrypted, read by whoever has to reply alone, and gone
 * once the task is closed.
 */
public interface Ratings {

  /**
   * Keeps a rating, and with a bad one opens a task for staff, in one.
   *
   * @param answerBy the last day for staff to see to a bad one
   * @return false where what it is about is rated already; nothing is changed then
   */
  boolean rate(Rating rating, LocalDate answerBy);

  /** The rating of a filing or a visit. */
  Optional<Rating> find(String about);

  /** Ratings from a time on, oldest first. */
  List<Rating> since(Instant time);

  /** What staff still have to see to, the most urgent first. */
  List<StaffTask> openTasks();

  /**
   * Somebody of the staff sees to a task from now on.
   *
   * @param owner their staff number
   * @return false where there is no such open task, or it waits for a check
   */
  boolean take(long task, String owner);

  /** Ratings the province does not have yet, oldest first, at most so many. */
  List<Rating> unsent(int most);

  /** The province has this one, or does not want it. */
  void sent(String about, Instant at);

  /**
   * Whoever sees to a task has put right what it is about 整改; it waits for a check.
   *
   * @return false where there is no such open task of theirs
   */
  boolean remedy(long task, StaffTask.Remedy remedy);

  /**
   * Whoever gave a bad rating leaves the number at which they want a reply.
   *
   * @param about what they rated
   * @param phone digits
   * @return false where there is no open task about it
   */
  boolean leaveContact(String about, String phone, Instant at);

  /**
   * The number to reply to; empty for everybody but whoever sees to the task, and once it was
   * forgotten.
   *
   * @param who their staff number
   */
  Optional<String> contact(long task, String who);

  /**
   * Whoever has put it right has told so whoever left a number 回复.
   *
   * @return false where there is no such task of theirs, nothing was put right yet, or nobody waits
   *     for a reply
   */
  boolean reply(long task, StaffTask.Reply reply);

  /**
   * Numbers that were left before this time are forgotten; that a reply is due is not.
   *
   * @return how many
   */
  int forgetContacts(Instant leftBefore);

  /**
   * Somebody else has checked what was put right 复核, which closes the task and forgets the number
   * that was left.
   *
   * @param by their staff number
   * @return false where nothing of the kind waits for a check by them; nobody checks their own, and
   *     nothing is closed while somebody waits for a reply
   */
  boolean close(long task, String by, Instant at);

  /**
   * Somebody else has checked what was put right and does not find it so: the task goes back to
   * whoever sees to it, who will have to reply anew.
   *
   * @param by their staff number
   * @return false where nothing of the kind waits for a check by them
   */
  boolean sendBack(long task, String by);
}
