package yibao.kiosk.journey.visit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.paper.Issue;
import yibao.kiosk.paper.IssuedDocument;
import yibao.kiosk.paper.Paper;

/** What a citizen wants on paper, and how it is made for each medium it can be had on. */
public interface Slip {

  /** What it can be had on, the better first. */
  List<Medium> media();

  /**
   * Makes it. Takes a while: not under the journey's lock.
   *
   * @param medium one of {@link #media}
   * @param reprint how many copies may be out already; such a copy is marked 重打
   */
  Made make(Medium medium, int reprint);

  /** What became of making it. */
  sealed interface Made {
    /** Here it is. */
    record Ready(Paper paper) implements Made {}

    /**
     * It cannot be had here.
     *
     * @param code of the sentence that says why
     */
    record Withheld(String code) implements Made {}
  }

  /** A document that is issued once; its copies keep number and code. */
  public final class OfDocument {
    private final Supplier<Issue> issuing;
    private Optional<IssuedDocument> issued = Optional.empty();

    /** Issues when the first copy is wanted. */
    public OfDocument(Supplier<Issue> issuing) {
      this.issuing = issuing;
    }

    public synchronized Made copy(int reprint) {
      if (issued.isPresent()) {
        return new Made.Ready(issued.get().copy(reprint));
      }
      return switch (issuing.get()) {
        case Issue.Issued(IssuedDocument document) -> {
          issued = Optional.of(document);
          yield new Made.Ready(document.copy(reprint));
        }
        case Issue.Withheld(Issue.Reason reason) -> new Made.Withheld(reason.code());
      };
    }
  }
}
