package yibao.kiosk.journey.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import yibao.devices.page.PageLook;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.EInvoice;

/**
 * The papers of a visit: the pages taken of each, kept by kind so that a second filing of the same
 * visit finds them, and how each requirement is met. The bytes are with the store.
 */
public final class Folder {

  /** More pages than this are not taken of one paper. */
  public static final int MOST_PAGES = 20;

  /** More bytes than this are not taken of one page. */
  public static final int LARGEST_PAGE = 8 << 20;

  /** More pages than this do not go with one filing. */
  public static final int MOST_PAGES_IN_ALL = 60;

  private final Map<String, List<Attachment>> papers = new LinkedHashMap<>();
  private final Map<Attachment, EInvoice> invoices = new LinkedHashMap<>();
  private final Map<Attachment, PageLook> looks = new HashMap<>();
  private final Map<String, Integer> ways = new HashMap<>();
  private final Set<String> later = new HashSet<>();

  /** The pages of a paper in the order they were taken. */
  public List<Attachment> pages(String paper) {
    return List.copyOf(papers.getOrDefault(paper, List.of()));
  }

  /** Every page. */
  public List<Attachment> pages() {
    return papers.values().stream().flatMap(List::stream).toList();
  }

  public void add(Attachment page) {
    papers.computeIfAbsent(page.material(), _ -> new ArrayList<>()).add(page);
    later.remove(page.material());
  }

  /** A page under the camera, and how it looks. */
  public void add(Attachment page, PageLook look) {
    add(page);
    looks.put(page, look);
  }

  /** How the pages look that were under the camera in this visit. */
  public List<PageLook> looks() {
    return List.copyOf(looks.values());
  }

  /** Puts a page in the place of another that shows the same paper. */
  public void replace(Attachment page, Attachment by) {
    papers.get(page.material()).replaceAll(it -> it.equals(page) ? by : it);
    Optional.ofNullable(looks.remove(page)).ifPresent(look -> looks.put(by, look));
  }

  /** Whether a page was read off a code and not under the camera. */
  public boolean isInvoice(Attachment page) {
    return invoices.containsKey(page);
  }

  /** A page that was read off the code of an electronic invoice. */
  public void add(Attachment page, EInvoice invoice) {
    add(page);
    invoices.put(page, invoice);
  }

  /** Whether this invoice is among the pages. */
  public boolean holds(EInvoice invoice) {
    return invoices.values().stream().anyMatch(invoice::isSameAs);
  }

  /** The electronic invoices among pages of these kinds. */
  public List<EInvoice> invoices(List<String> papers) {
    return invoices.entrySet().stream()
        .filter(entry -> papers.contains(entry.getKey().material()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Takes a page out; empty where there is none of this name. */
  public Optional<Attachment> remove(String id) {
    Optional<Attachment> page = page(id);
    page.ifPresent(
        found -> {
          List<Attachment> left = papers.get(found.material());
          left.remove(found);
          invoices.remove(found);
          looks.remove(found);
          if (left.isEmpty()) {
            papers.remove(found.material());
          }
        });
    return page;
  }

  /** The page of this name. */
  public Optional<Attachment> page(String id) {
    return pages().stream().filter(page -> id(page).equals(id)).findFirst();
  }

  /** How the screen names a page. */
  public static String id(Attachment page) {
    return page.digest().substring(0, 16);
  }

  /** Which way of a requirement was picked. */
  public OptionalInt way(String requirement) {
    return ways.containsKey(requirement)
        ? OptionalInt.of(ways.get(requirement))
        : OptionalInt.empty();
  }

  public void pick(String requirement, int way) {
    ways.put(requirement, way);
  }

  /** Whether a paper is brought later. */
  public boolean isLater(String paper) {
    return later.contains(paper);
  }

  public void bringLater(String paper) {
    later.add(paper);
  }

  void bringNow(String paper) {
    later.remove(paper);
  }

  /** Another filing shares the pages: how its requirements are met follows from what there is. */
  public void share() {
    ways.clear();
  }

  /** Another item is chosen: its requirements are met anew, with the pages there are. */
  void reopen() {
    ways.clear();
    later.clear();
  }

  void empty() {
    papers.clear();
    invoices.clear();
    looks.clear();
    reopen();
  }
}
