package yibao.sandbox.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All filings the sandbox has taken. What {@link Book#write} was called for is on disk when it
 * returns and is there again after any crash.
 */
public final class Ledger implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, LedgerFiling> byNumber = new LinkedHashMap<>();
  private final Map<String, String> numberByKey = new HashMap<>();
  private final Map<String, Set<String>> numbersByPerson = new HashMap<>();
  private final Map<String, Set<String>> numbersByDocument = new HashMap<>();
  private final AppendOnlyFile file;

  /**
   * Opens the ledger in {@code directory}, creating both when missing.
   *
   * @param before filings older than the ledger, not written to it
   * @throws IOException when the file cannot be read, written or is damaged before its end
   */
  public Ledger(Path directory, List<LedgerFiling> before) throws IOException {
    before.forEach(this::remember);
    file = new AppendOnlyFile(directory.resolve("filings.ledger"), this::remember);
  }

  /** Does {@code work} while nobody else reads or writes. */
  public <T> T inTurn(Function<Book, T> work) {
    lock.lock();
    try {
      return work.apply(new Book());
    } finally {
      lock.unlock();
    }
  }

  /** All filings, in the order in which they were first taken. */
  public List<LedgerFiling> all() {
    return inTurn(Book::all);
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      file.close();
    } finally {
      lock.unlock();
    }
  }

  private void remember(LedgerFiling filing) {
    byNumber.put(filing.number(), filing);
    filing.key().ifPresent(key -> numberByKey.put(key, filing.number()));
    numbersByPerson
        .computeIfAbsent(filing.person(), _ -> new LinkedHashSet<>())
        .add(filing.number());
    numbersByDocument
        .computeIfAbsent(filing.certificate(), _ -> new LinkedHashSet<>())
        .add(filing.number());
  }

  /** The ledger while it is one's turn. */
  public final class Book {

    private Book() {}

    /** The filing of this number. */
    public Optional<LedgerFiling> find(String number) {
      return Optional.ofNullable(byNumber.get(number));
    }

    /** The filing under this idempotency key. */
    public Optional<LedgerFiling> under(String key) {
      return Optional.ofNullable(numberByKey.get(key)).flatMap(this::find);
    }

    /** All filings, in the order in which they were first taken. */
    public List<LedgerFiling> all() {
      return List.copyOf(byNumber.values());
    }

    /** All filings of a person, in that order. */
    public List<LedgerFiling> of(String person) {
      return filings(numbersByPerson.getOrDefault(person, Set.of()));
    }

    /** All filings for the holder of a document, in that order. */
    public List<LedgerFiling> ofDocument(String certificate) {
      return filings(numbersByDocument.getOrDefault(certificate, Set.of()));
    }

    /** How many filings there are. */
    public int count() {
      return byNumber.size();
    }

    private List<LedgerFiling> filings(Set<String> numbers) {
      return numbers.stream().map(byNumber::get).toList();
    }

    /** Writes filings down together, each in its newest state. */
    public void write(LedgerFiling... filings) {
      try {
        file.append(List.of(filings));
      } catch (IOException fault) {
        throw new UncheckedIOException("the ledger cannot be written", fault);
      }
      for (LedgerFiling filing : filings) {
        remember(filing);
      }
    }
  }
}
