package yibao.kiosk.journey;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.OpeningHours;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.filing.Enclosures;
import yibao.kiosk.filing.FilingEvent;
import yibao.kiosk.filing.FilingLimits;
import yibao.kiosk.filing.FilingWithdrawal;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.filing.ScanCourier;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.FormRules;
import yibao.kiosk.form.Places;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.Lens;
import yibao.kiosk.hardware.PaperCounts;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.attend.CardDesk;
import yibao.kiosk.journey.attend.StaffPins;
import yibao.kiosk.journey.form.CitizenNumbers;
import yibao.kiosk.journey.visit.Facilities;
import yibao.kiosk.journey.visit.Printers;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.RegionPacks;
import yibao.kiosk.paper.DocumentDesk;
import yibao.kiosk.paper.DocumentNumbers;
import yibao.kiosk.paper.IssueLog;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.Papers;
import yibao.kiosk.paper.Seal;
import yibao.kiosk.paper.TakeAway;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.Vouchers.VoucherRead;
import yibao.kiosk.platform.Withdrawals;
import yibao.kiosk.query.Sources;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.KeyRing;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.SavedForms;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteMemory;
import yibao.kiosk.store.SqliteRatings;
import yibao.kiosk.store.SqliteSavedForms;
import yibao.kiosk.store.SqliteStaffCards;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StaffCards;
import yibao.kiosk.window.QueueDesk;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/** A hall of a real region with a reader, a printer and a province in the test's hand. */
public final class FakeHall implements AutoCloseable {
  private static final ReceiptTemplates RECEIPTS = ReceiptTemplates.load();
  private static final DocumentTemplates DOCUMENTS = DocumentTemplates.load();

  static final Path REGIONS = Path.of("../../deploy/regions");

  final HandMadeTime time;
  public final FakeCards cards = new FakeCards();
  final FakeSlot slot = new FakeSlot();
  final FakeScanner scanner = new FakeScanner();
  private ScanStation codes = scanner;
  Optional<Seal> seal = Optional.empty();
  final List<String> issued = new ArrayList<>();

  /** Template, copy and outcome of what went to a printer or a phone. */
  final List<String> cameOut = new CopyOnWriteArrayList<>();

  public FaceReply faceReply = new FaceReply.NoMatch();
  VoucherRead voucherRead = new VoucherRead.Expired();
  final FakeDocumentCamera documents = new FakeDocumentCamera();
  final Deque<PrintOutcome> printerSays = new ArrayDeque<>();
  final List<byte[]> printed = new ArrayList<>();
  QueueDesk queue = QueueDesk.NONE;
  final Deque<PrintOutcome> a4Says = new ArrayDeque<>();
  final List<byte[]> sheets = new ArrayList<>();
  final TakeAway takeAway;
  boolean a4;

  /** What speaks against the machine's clock. */
  volatile Optional<String> clockDoubt = Optional.empty();

  /** How many contributions everybody has made. */
  int contributions = 1;

  final List<FilingDraft> received = new ArrayList<>();
  public final FakeEnquiries enquiries = new FakeEnquiries();

  /** What the province says to 撤回, in order; numbers asked back; what was heard of it. */
  public final Deque<FilingReply> withdrawalReplies = new ArrayDeque<>();

  final List<String> askedBack = new CopyOnWriteArrayList<>();
  final List<FilingEvent> heard = new CopyOnWriteArrayList<>();
  FilingReply filingReply = new FilingReply.Taken("SL2026030200001", FilingState.FINISHED);
  Reply<PersonFound> personReply;

  private final SqliteStore store;
  private final SavedForms savedForms;
  private final Scans scans;
  final Ratings ratings;
  private boolean diskBroken;
  final HallDoors doors;
  final StaffCards staffCards;
  final HelpBell bell;
  final PaperCounts paper;
  final AuditTrail audit;

  /** Staff numbers with an account. */
  final Set<String> accounts = new HashSet<>(Set.of("1023", "chief"));

  private final Filings filings;
  private final Journey journey;
  private final Site site;
  private final Places places;

  /** Switches of the pool that stand otherwise than in its pack. */
  Map<String, Boolean> switches = Map.of();

  /** Who lays a card down. */
  IdentityDocument holder = card();

  public FakeHall(String regionId, Path data, KeyRing keys) {
    this(REGIONS, regionId, data, keys);
  }

  FakeHall(Path regions, String regionId, Path data, KeyRing keys) {
    this(regions, regionId, data, keys, new HandMadeTime(), Optional.empty(), Optional.empty());
  }

  /** A hall with hours; the time is 10:00 on Monday 2 March 2026. */
  FakeHall(String regionId, Path data, KeyRing keys, OpeningHours hours) {
    this(REGIONS, regionId, data, keys, new HandMadeTime(), Optional.empty(), Optional.of(hours));
  }

  /**
   * A hall of a province that answers by itself.
   *
   * @param answering the province, over its own interface
   */
  FakeHall(
      String regionId, Path data, KeyRing keys, HandMadeTime time, NationalPlatform answering) {
    this(REGIONS, regionId, data, keys, time, Optional.of(answering), Optional.empty());
  }

  private FakeHall(
      Path regions,
      String regionId,
      Path data,
      KeyRing keys,
      HandMadeTime time,
      Optional<NationalPlatform> answering,
      Optional<OpeningHours> hours) {
    this.time = time;
    takeAway = new TakeAway(URI.create("https://hall.example:8443/"), time, new SecureRandom());
    Pack pack = pack(regions, regionId);
    Region region = pack.region();
    personReply = new Reply.Answered<>(new PersonFound.Known(employee(region)));
    places =
        new Places(
            Map.of(
                "310000",
                "上海市",
                "310101",
                "黄浦区",
                region.pools().getFirst().admdvs().substring(0, 4) + "00",
                "本地"));
    site = new Standing(pack, pool -> pool.withSwitches(switches));
    Platform province = answering.<Platform>map(it -> it).orElseGet(Province::new);
    store = SqliteStore.open(data, keys, time);
    savedForms = new SqliteSavedForms(store);
    scans = new EncryptedScans(store);
    ratings = new SqliteRatings(store);
    filings =
        new Filings(
            new SqliteFilingJournal(store, time),
            province,
            answering
                .<Enclosures>map(it -> new ScanCourier(new EncryptedScans(store), it.attachments()))
                .orElse(_ -> Optional.empty()),
            time,
            () -> clockDoubt,
            FilingLimits.usual(),
            new Random(1),
            Executors.newVirtualThreadPerTaskExecutor(),
            List.of());
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    doors = new HallDoors(hours, site::isWorkingDay, new SqliteMemory(store));
    staffCards = new SqliteStaffCards(store);
    bell = new HelpBell(time);
    paper = new PaperCounts(new SqliteMemory(store), time);
    audit = AuditTrail.open(data.resolve("audit"), time, 1 << 20);
    journey =
        new Journey(
            new Facilities(
                site,
                Sentences.chinese(),
                new FormRules(places, new CitizenNumbers()),
                places,
                province,
                new Sources(province, answering.map(NationalPlatform::enquiries).orElse(enquiries)),
                filings,
                new FilingWithdrawal(
                    answering
                        .<Withdrawals>map(it -> it)
                        .orElse(
                            (number, _) -> {
                              askedBack.add(number);
                              return withdrawalReplies.remove();
                            }),
                    new SqliteFilingJournal(store, time),
                    List.of(heard::add)),
                savedForms,
                scans,
                ratings,
                new Readers(cards, slot, new WhateverReadsCodes()),
                _ -> voucherRead,
                (_, _) -> faceReply,
                documents,
                new Printers(
                        paint -> {
                          printed.add(paint);
                          return printerSays.isEmpty()
                              ? new PrintOutcome.Printed()
                              : printerSays.remove();
                        },
                        (pdf, _) -> {
                          sheets.add(pdf);
                          return a4Says.isEmpty() ? new PrintOutcome.Printed() : a4Says.remove();
                        },
                        new Standby(),
                        Optional.of(takeAway))
                    .counting(paper),
                new WhateverQueue(),
                new Papers(
                    () -> RECEIPTS,
                    ReceiptPrinter.ofDots(576),
                    new DocumentDesk(
                        () -> DOCUMENTS,
                        () -> seal,
                        new DocumentNumbers(new SqliteMemory(store), site.terminal()),
                        new Book(),
                        Optional::empty,
                        time,
                        zone),
                    new Papers.Imprint(
                        site.hall(),
                        site.terminal(),
                        site.pool().hotlines().query(),
                        site.pool().hotlines().complaint()),
                    time,
                    zone),
                () ->
                    new Verification(
                        seal.stream().map(s -> s.codes().publicKey()).toList(), DOCUMENTS),
                new Attendance(
                    new CardDesk(staffCards, accounts::contains),
                    new StaffPins(staffCards, new SqliteMemory(store), time),
                    doors,
                    bell,
                    paper,
                    audit),
                time,
                zone),
            doors);
  }

  public Journey journey() {
    return journey;
  }

  Scans scans() {
    return scans;
  }

  public Site site() {
    return site;
  }

  public HandMadeTime time() {
    return time;
  }

  public Places places() {
    return places;
  }

  static Region region(String id) {
    return pack(REGIONS, id).region();
  }

  private static Pack pack(Path regions, String id) {
    return ((LoadResult.Loaded) new RegionPacks(regions).load(id)).packs().getFirst();
  }

  /** An invented citizen's card. */
  public static IdentityDocument card() {
    return new IdentityDocument.ResidentCard(
        "欧阳若兰",
        "110105194912310021",
        Sex.FEMALE,
        LocalDate.of(1949, 12, 31),
        new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
        "汉",
        "示例路1号");
  }

  static InsuredPerson employee(Region region) {
    return new InsuredPerson(
        "P0001",
        card().name(),
        card().number(),
        card().birth(),
        Optional.of("13812345678"),
        Optional.empty(),
        List.of(
            new Insurance(
                InsuranceKind.EMPLOYEE_BASIC,
                InsuranceStatus.ACTIVE,
                region.pools().getFirst().admdvs(),
                region.pools().getFirst().name(),
                "退休职工",
                LocalDate.of(2001, 1, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("1234.50")))));
  }

  /** Returns once the invented citizen has no half-filled form for any item. */
  void awaitNoDraft() {
    while (site.region().items().stream()
        .anyMatch(
            item ->
                savedForms
                    .find(card().number(), site.region().id(), item.seq(), Instant.EPOCH)
                    .isPresent())) {
      Thread.onSpinWait();
    }
  }

  /** The first rating, once it is kept. */
  Rating awaitRating() {
    List<Rating> kept = ratings.since(Instant.EPOCH);
    while (kept.isEmpty()) {
      Thread.onSpinWait();
      kept = ratings.since(Instant.EPOCH);
    }
    return kept.getFirst();
  }

  /** The task of a bad rating whose number for a reply is kept. */
  StaffTask awaitContact() {
    List<StaffTask> open = ratings.openTasks();
    while (open.stream().noneMatch(StaffTask::awaitsReply)) {
      Thread.onSpinWait();
      open = ratings.openTasks();
    }
    return open.getFirst();
  }

  /** From here on the journal answers nothing. */
  public void breakDisk() {
    store.close();
    diskBroken = true;
  }

  @Override
  public void close() {
    filings.close();
    audit.close();
    if (!diskBroken) {
      store.close();
    }
  }

  private final class Book implements IssueLog {
    @Override
    public void issued(String template, String number) {
      issued.add(template);
    }

    @Override
    public void cameOut(Paper paper, String outcome) {
      cameOut.add(paper.mark().template() + " " + paper.mark().copy() + " " + outcome);
    }
  }

  /** The printers as their supervisors would report them. */
  private final class Standby implements Devices {
    @Override
    public List<DeviceStatus> recent() {
      return List.of();
    }

    @Override
    public List<DeviceStatus> statuses() {
      return a4
          ? List.of(ready(DeviceName.PRINTER), ready(DeviceName.A4))
          : List.of(ready(DeviceName.PRINTER));
    }

    @Override
    public Subscription subscribe(Consumer<List<DeviceStatus>> listener) {
      listener.accept(statuses());
      return () -> {};
    }

    private DeviceStatus ready(DeviceName name) {
      return new DeviceStatus(
          name,
          DeviceState.ONLINE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          time.instant());
    }
  }

  private record Standing(Pack pack, UnaryOperator<Pool> standing) implements Site {
    @Override
    public Region region() {
      return pack.region();
    }

    @Override
    public Map<String, Form> forms() {
      return pack.forms();
    }

    @Override
    public Set<Credential> readable() {
      return EnumSet.allOf(Credential.class);
    }

    @Override
    public boolean checksFaces() {
      return true;
    }

    @Override
    public Deadline.DayCounter dayCounter() {
      return pack.dayCounter();
    }

    @Override
    public List<String> packFaults() {
      return List.of();
    }

    @Override
    public Pool pool() {
      return standing.apply(region().pools().getFirst());
    }

    @Override
    public String hall() {
      return "示例大厅";
    }

    @Override
    public String terminal() {
      return "T-1";
    }
  }

  /** Reads codes with something else than the scanner from here on. */
  public void readCodesWith(ScanStation station) {
    codes = station;
  }

  private final class WhateverQueue implements QueueDesk {
    @Override
    public boolean connected() {
      return queue.connected();
    }

    @Override
    public Answer take(Request request) {
      return queue.take(request);
    }
  }

  private final class WhateverReadsCodes implements ScanStation {
    @Override
    public Devices.Subscription watch(Consumer<Scanned> listener) {
      return codes.watch(listener);
    }

    @Override
    public Optional<Lens> lens() {
      return codes.lens();
    }
  }

  private final class Province implements Platform {
    @Override
    public Reply<PersonFound> findPerson(PresentedCredential credential) {
      return personReply;
    }

    @Override
    public Reply<List<Contribution>> contributions(
        String personNumber, InsuranceKind kind, String place, YearMonth from, YearMonth to) {
      Contribution each =
          new Contribution(kind, from, to, true, "正常应缴", Optional.of(new BigDecimal("9000.00")));
      return new Reply.Answered<>(Collections.nCopies(contributions, each));
    }

    @Override
    public FilingReply submit(FilingDraft draft) {
      received.add(draft);
      return filingReply;
    }

    @Override
    public FilingReply askFiling(FilingKey key) {
      return new FilingReply.NotThere();
    }
  }
}
