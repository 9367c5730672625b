package yibao.demo.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.ledger.LedgerFiling;

/**
 * The terminal's journal and the platform's ledger side by side, when all is quiet.
 *
 * @param journal filings the terminal holds
 * @param ledger filings the platform took from it
 * @param scans scans that go with filings the platform took
 * @param lost promised to a citizen, or settled in the journal, and not in the ledger; or not in
 *     the journal at all; a scan of a filing the platform took that it does not hold whole
 * @param doubled more than one filing for one key, or for one person and day
 * @param differing refused here and taken there, or under another number, or unknown here
 * @param unanswered still without an answer
 */
record Books(
    int journal,
    int ledger,
    int scans,
    List<String> lost,
    List<String> doubled,
    List<String> differing,
    List<String> unanswered) {

  static Books compare(Journals.Kept terminal, SandboxPlatform platform, Told told) {
    List<FilingTrace> journal = terminal.traces();
    List<LedgerFiling> everything = platform.filings();
    List<LedgerFiling> ledger =
        everything.stream().filter(filing -> filing.key().isPresent()).toList();
    Map<FilingKey, LedgerFiling> taken = new HashMap<>();
    Map<String, LedgerFiling> bySlot = new HashMap<>();
    List<String> doubled = new ArrayList<>();
    for (LedgerFiling filing : ledger) {
      FilingKey key = new FilingKey(filing.key().orElseThrow());
      String slot = filing.person() + " " + filing.content().get("begndate");
      if (taken.put(key, filing) != null || bySlot.put(slot, filing) != null) {
        doubled.add(key.value());
      }
    }
    Map<FilingKey, FilingTrace> kept = new HashMap<>();
    List<String> lost = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    for (FilingTrace trace : journal) {
      kept.put(trace.key(), trace);
      if (!trace.state().settled()) {
        unanswered.add(trace.key().value());
      } else if (trace.state() == FilingState.REFUSED) {
        if (taken.containsKey(trace.key())) {
          differing.add(trace.key().value());
        }
      } else if (!taken.containsKey(trace.key())) {
        lost.add(trace.key().value());
      } else if (!trace.number().equals(Optional.of(taken.get(trace.key()).number()))) {
        differing.add(trace.key().value());
      }
    }
    List<String> scans =
        taken.keySet().stream()
            .flatMap(key -> terminal.scans().getOrDefault(key, List.of()).stream())
            .toList();
    scans.stream().filter(digest -> !platform.holds(digest)).forEach(lost::add);
    told.answered().stream()
        .filter(key -> !kept.containsKey(key))
        .forEach(key -> lost.add(key.value()));
    taken.keySet().stream()
        .filter(key -> !kept.containsKey(key))
        .forEach(key -> differing.add(key.value()));
    told.numbers()
        .forEach(
            (key, number) -> {
              FilingTrace trace = kept.get(key);
              if (trace != null && !trace.number().equals(Optional.of(number))) {
                differing.add(key.value());
              }
            });
    Set<String> numbers = new HashSet<>();
    everything.forEach(filing -> numbers.add(filing.number()));
    told.shownNumbers().stream().filter(number -> !numbers.contains(number)).forEach(lost::add);
    return new Books(
        journal.size(), ledger.size(), scans.size(), lost, doubled, differing, unanswered);
  }

  /** Whether nothing was lost, nothing done twice, and both say the same. */
  boolean agree() {
    return lost.isEmpty() && doubled.isEmpty() && differing.isEmpty() && unanswered.isEmpty();
  }
}
