package yibao.kiosk.journey.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yibao.kiosk.catalog.Assurance;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.query.Certificate;
import yibao.kiosk.query.QueryAnswer;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.record.SignedCommitment;

/**
 * What is known of the citizen standing here. There is one visit at a time and nothing of it
 * outlives {@link #wipe}. Not thread-safe: touched under the journey's lock only.
 */
public final class Visit {

  /** Where a draft says which filing its pages are for. */
  public static final String EARLIER = "earlier";

  private Optional<ServiceItem> item = Optional.empty();
  private Optional<Branch> branch = Optional.empty();
  private Optional<ShownCredential> credential = Optional.empty();
  private Assurance assurance = Assurance.POSSESSION;
  private Optional<InsuredPerson> person = Optional.empty();
  private Optional<Insurance> insurance = Optional.empty();
  private Optional<Policy> policy = Optional.empty();
  private Optional<FilingOnRecord> earlier = Optional.empty();
  private Optional<FilingOnRecord> supplement = Optional.empty();
  private Optional<FilingOnRecord> correction = Optional.empty();
  private Optional<SignedCommitment> commitment = Optional.empty();
  private final SequencedMap<String, SignedCommitment> promises = new LinkedHashMap<>();
  private Optional<Signature> signature = Optional.empty();
  private Optional<Signature> principalSignature = Optional.empty();
  private Optional<FilingKey> filingKey = Optional.empty();
  private Optional<SubmitOutcome> outcome = Optional.empty();
  private Optional<QueryAnswer> answer = Optional.empty();
  private Optional<Certificate.Contents> certified = Optional.empty();
  private Optional<Agency> agency = Optional.empty();
  private Facts facts = new Facts(Map.of());
  private final Folder folder = new Folder();
  private Optional<HandInDates> dates = Optional.empty();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Filed> filed = new ArrayList<>();
  private final Map<String, Input> carriedOver = new HashMap<>();
  private Optional<Boolean> activation = Optional.empty();
  private final Map<String, Witnessed> witnessed = new LinkedHashMap<>();
  private boolean wantsThumbprint;
  private boolean wantsPaper;
  private boolean keepsDraft;
  private boolean served;
  private boolean rated;
  private boolean paperOut;

  /**
   * An answer to a form's question.
   *
   * @param value as stored
   * @param label as shown and printed
   * @param replaced the value on record that it takes the place of
   */
  public record Entry(String value, String label, Optional<String> replaced) {}

  /**
   * A filing handed in earlier in this visit.
   *
   * @param dates the days that count for it, where it came with papers
   * @param papers that were filled in and signed for it
   */
  public record Filed(
      ServiceItem item,
      Branch branch,
      FilingKey key,
      SubmitOutcome outcome,
      Optional<HandInDates> dates,
      List<SignedCommitment> promises,
      Identity identity,
      List<Further> papers) {}

  /** Who was known to stand there, and how. */
  public record Identity(
      Optional<ShownCredential> credential,
      Assurance assurance,
      Optional<InsuredPerson> person,
      Optional<Insurance> insurance,
      Optional<Policy> policy) {
    @Override
    public String toString() {
      return "Identity";
    }
  }

  public void choose(ServiceItem chosen, Branch way) {
    boolean anew = item.filter(before -> before.seq() == chosen.seq()).isEmpty();
    if (anew && filed.isEmpty()) {
      entries.clear();
      actOnNone();
      commitment = Optional.empty();
      signature = Optional.empty();
      principalSignature = Optional.empty();
      answer = Optional.empty();
      promises.clear();
      witnessed.clear();
      wantsThumbprint = false;
      folder.reopen();
      served = false;
    }
    item = Optional.of(chosen);
    branch = Optional.of(way);
  }

  public Optional<ServiceItem> item() {
    return item;
  }

  public Optional<Branch> branch() {
    return branch;
  }

  /** The credential the citizen has shown and not disowned. */
  public Optional<ShownCredential> credential() {
    return credential;
  }

  public void identify(ShownCredential shown) {
    credential = Optional.of(shown);
    assurance = shown.assurance();
  }

  /** How sure it is who stands there. */
  public Assurance assurance() {
    return assurance;
  }

  /** The citizen has shown more than a credential. */
  public void assure(Assurance reached) {
    assurance = reached.reaches(assurance) ? reached : assurance;
  }

  public void forgetIdentity() {
    credential = Optional.empty();
    assurance = Assurance.POSSESSION;
    person = Optional.empty();
    insurance = Optional.empty();
    policy = Optional.empty();
  }

  public Optional<InsuredPerson> person() {
    return person;
  }

  public void found(InsuredPerson known) {
    person = Optional.of(known);
  }

  /** The insurance a question is about. */
  public Optional<Insurance> insurance() {
    return insurance;
  }

  public void under(Insurance chosen) {
    insurance = Optional.of(chosen);
  }

  /** The insurance a filing goes under, held or about to begin. */
  public Optional<Policy> policy() {
    return policy;
  }

  public void under(Policy chosen) {
    policy = Optional.of(chosen);
  }

  /** The filing on record that this one acts on. */
  public Optional<FilingOnRecord> earlier() {
    return earlier;
  }

  public void actOn(FilingOnRecord filing) {
    earlier = Optional.of(filing);
  }

  /** It acts on no filing, or not yet. */
  public void actOnNone() {
    earlier = Optional.empty();
    supplement = Optional.empty();
    correction = Optional.empty();
  }

  /** The filing on record whose missing papers are handed in 补正. */
  public Optional<FilingOnRecord> supplement() {
    return supplement;
  }

  /** Hands in what this filing lacks; pages taken for another one are put aside. */
  public void supplement(FilingOnRecord filing) {
    if (entry(EARLIER).filter(e -> !e.value().equals(filing.number())).isPresent()) {
      folder.empty();
    }
    supplement = Optional.of(filing);
    enter(EARLIER, new Entry(filing.number(), filing.summary(), Optional.empty()));
  }

  /** The filing on record whose wrong entries are put right 更正. */
  public Optional<FilingOnRecord> correction() {
    return correction;
  }

  /** Puts this filing right. */
  public void correct(FilingOnRecord filing) {
    correction = Optional.of(filing);
  }

  /** What is being done, as screens and papers head it. */
  public String title() {
    return supplement
        .map(filing -> about("补交材料", filing))
        .or(() -> correction.map(filing -> about("更正", filing)))
        .orElseGet(() -> item.orElseThrow().name());
  }

  private static String about(String what, FilingOnRecord filing) {
    return what + (filing.summary().isBlank() ? "" : "：" + filing.summary());
  }

  public Optional<Entry> entry(String field) {
    return Optional.ofNullable(entries.get(field));
  }

  public void enter(String field, Entry entry) {
    entries.put(field, entry);
  }

  /** The question is open again. */
  public void drop(String field) {
    entries.remove(field);
  }

  /**
   * Values by field name, also of questions that no longer stand, see {@link Sheet}; those answered
   * with nothing are left out.
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    entries.forEach(
        (field, entry) -> {
          if (!entry.value().isEmpty()) {
            values.put(field, entry.value());
          }
        });
    return values;
  }

  public Optional<SignedCommitment> commitment() {
    return commitment;
  }

  public void promise(SignedCommitment accepted) {
    commitment = Optional.of(accepted);
    promises.put(accepted.id(), accepted);
  }

  /** Everything promised in this visit, in the order it was accepted. */
  public List<SignedCommitment> promises() {
    return List.copyOf(promises.values());
  }

  /** What is known of the case: answers of the citizen and the pool's switches. */
  public Facts facts() {
    return facts;
  }

  /** What is known of a fact that this filing asks about. */
  public Optional<String> said(String fact) {
    return facts
        .value(fact)
        .filter(_ -> item.orElseThrow().reading().asks(branch.orElseThrow()).contains(fact));
  }

  public void know(Facts known) {
    facts = known;
  }

  /** Who stands here for whom; empty where people come for themselves. */
  public Optional<Agency> agency() {
    return agency;
  }

  public void actFor(Agency other) {
    agency = Optional.of(other);
  }

  /** The papers handed in. */
  public Folder folder() {
    return folder;
  }

  /** The terminal has done something for whoever stands here, whom it may not know. */
  public void serve() {
    served = true;
  }

  /** Whether there is something to rate. */
  public boolean served() {
    return served || credential.isPresent();
  }

  /** The question for a rating is answered, one way or the other. */
  public void rate() {
    rated = true;
  }

  public boolean rated() {
    return rated;
  }

  /** The citizen goes on another time. */
  public void keepDraft() {
    keepsDraft = true;
  }

  /** Whether what was scanned stays after the visit. */
  public boolean keepsDraft() {
    return keepsDraft;
  }

  /** The days that count for what was handed in. */
  public Optional<HandInDates> dates() {
    return dates;
  }

  public void dated(HandInDates days) {
    dates = Optional.of(days);
  }

  public Optional<Signature> signature() {
    return signature;
  }

  public void sign(Signature written) {
    signature = Optional.of(written);
    wantsThumbprint = false;
  }

  /** Whoever stands here cannot write and gives a thumbprint instead, once staff are there. */
  public void askThumbprint() {
    signature = Optional.empty();
    wantsThumbprint = true;
  }

  /** They sign after all. */
  public void askSignature() {
    wantsThumbprint = false;
  }

  public boolean wantsThumbprint() {
    return wantsThumbprint;
  }

  /** Staff have seen what the region wants them to see. */
  public void witness(Witnessed seen) {
    witnessed.put(seen.what(), seen);
  }

  /** What staff have seen under this rule of the region. */
  public Optional<Witnessed> witnessed(String what) {
    return Optional.ofNullable(witnessed.get(what));
  }

  /** Everything staff have seen, in this order. */
  public List<Witnessed> witnessed() {
    return List.copyOf(witnessed.values());
  }

  /** The hand of the principal 委托人 under the authority. */
  public Optional<Signature> principalSignature() {
    return principalSignature;
  }

  public void signAsPrincipal(Signature written) {
    principalSignature = Optional.of(written);
  }

  /** The one key under which this visit's filing goes out, however often 提交 is pressed. */
  public FilingKey filingKey() {
    if (filingKey.isEmpty()) {
      filingKey = Optional.of(FilingKey.fresh());
    }
    return filingKey.get();
  }

  public Optional<SubmitOutcome> outcome() {
    return outcome;
  }

  public void ended(SubmitOutcome how) {
    outcome = Optional.of(how);
  }

  public Optional<QueryAnswer> answer() {
    return answer;
  }

  public void answered(QueryAnswer what) {
    answer = Optional.of(what);
  }

  /** What the certificate the citizen asked for says. */
  public Optional<Certificate.Contents> certified() {
    return certified;
  }

  public void certify(Certificate.Contents contents) {
    certified = Optional.of(contents);
  }

  /** Whether the face check just made activated the e-voucher; empty before it matched. */
  public Optional<Boolean> activation() {
    return activation;
  }

  public void activated(boolean now) {
    activation = Optional.of(now);
  }

  public boolean wantsPaper() {
    return wantsPaper;
  }

  public void askPaper() {
    wantsPaper = true;
  }

  public boolean paperOut() {
    return paperOut;
  }

  public void paperCameOut() {
    paperOut = true;
  }

  /** What was handed in before the filing in hand, in this order. */
  public List<Filed> filed() {
    return List.copyOf(filed);
  }

  /** The filing in hand, which has ended, as one of several. */
  private Filed ending(List<Further> papers) {
    return new Filed(
        item.orElseThrow(),
        branch.orElseThrow(),
        filingKey(),
        outcome.orElseThrow(),
        dates,
        promises(),
        new Identity(credential, assurance, person, insurance, policy),
        papers);
  }

  /** The number of the person whom the filings handed in so far are for, where there are any. */
  public Optional<String> filedFor() {
    return filed.isEmpty()
        ? Optional.empty()
        : filed.getLast().identity().person().map(InsuredPerson::certificateNumber);
  }

  /** Everything handed in on this visit, the filing that has just ended last. */
  public List<Filed> filings() {
    List<Filed> all = new ArrayList<>(filed);
    all.add(ending(List.of()));
    return List.copyOf(all);
  }

  /**
   * Another filing follows, which shares person, papers and what was filled in.
   *
   * @param form what was filled in
   * @param papers that were filled in and signed for the one that has ended
   */
  public void goOn(Form form, List<Further> papers) {
    filed.add(ending(papers));
    carriedOver.clear();
    entries.keySet().removeAll(form.anew());
    form.fields().stream()
        .filter(field -> entries.containsKey(field.name()))
        .forEach(field -> carriedOver.put(field.name(), field.input()));
    facts = facts.with(Fact.ALONGSIDE, "true");
    folder.share();
    startFiling();
  }

  /** Nothing comes of the other filing; the last one handed in is the one in hand again. */
  public void comeBack() {
    Filed last = filed.removeLast();
    item = Optional.of(last.item());
    branch = Optional.of(last.branch());
    filingKey = Optional.of(last.key());
    outcome = Optional.of(last.outcome());
    dates = last.dates();
    last.promises().forEach(this::promise);
    Identity who = last.identity();
    credential = who.credential();
    assurance = who.assurance();
    person = who.person();
    insurance = who.insurance();
    policy = who.policy();
  }

  /** Begins with what an earlier filing says; only what is wrong in it is asked. */
  public void beginWith(Form form, Map<String, Entry> filed) {
    startOverKeeping(filed);
    carriedOver.clear();
    form.fields().forEach(field -> carriedOver.put(field.name(), field.input()));
  }

  private void startOverKeeping(Map<String, Entry> filed) {
    entries.clear();
    entries.putAll(filed);
    commitment = Optional.empty();
    signature = Optional.empty();
    promises.clear();
  }

  /** Whether an earlier filing has asked the same. */
  public boolean isCarriedOver(String field, Input input) {
    return input.equals(carriedOver.get(field));
  }

  /** The next errand of the same person, who need not show a document again. */
  public Visit anew() {
    Visit next = new Visit();
    next.credential = credential;
    next.assurance = assurance;
    next.person = person;
    next.paperOut = paperOut;
    return next;
  }

  /** The same person begins the same item anew. */
  public void startOver() {
    entries.clear();
    startFiling();
  }

  private void startFiling() {
    actOnNone();
    commitment = Optional.empty();
    signature = Optional.empty();
    principalSignature = Optional.empty();
    promises.clear();
    filingKey = Optional.empty();
    outcome = Optional.empty();
    dates = Optional.empty();
    wantsThumbprint = false;
    wantsPaper = false;
  }

  /** Forgets everything; the visit is over. */
  public void wipe() {
    item = Optional.empty();
    branch = Optional.empty();
    forgetIdentity();
    entries.clear();
    actOnNone();
    commitment = Optional.empty();
    signature = Optional.empty();
    principalSignature = Optional.empty();
    filingKey = Optional.empty();
    outcome = Optional.empty();
    activation = Optional.empty();
    answer = Optional.empty();
    certified = Optional.empty();
    promises.clear();
    witnessed.clear();
    wantsThumbprint = false;
    filed.clear();
    carriedOver.clear();
    facts = new Facts(Map.of());
    folder.empty();
    agency = Optional.empty();
    dates = Optional.empty();
  }
}
