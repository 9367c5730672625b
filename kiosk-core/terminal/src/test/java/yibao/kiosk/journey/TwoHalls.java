package yibao.kiosk.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.platform.NationalPlatform;
import yibao.kiosk.platform.ProvinceProfile;
import yibao.kiosk.platform.TerminalIdentity;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.store.Keys;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.ledger.LedgerFiling;
import yibao.sandbox.people.People;
import yibao.sandbox.people.SandboxPerson;

/** Two terminals of one province, and somebody insured there who uses both. */
final class TwoHalls implements AutoCloseable {

  final HandMadeTime time = new HandMadeTime();
  final SandboxPlatform sandbox;
  final FakeHall east;
  final FakeHall west;
  private final Path directory;
  private final String region;
  private final SandboxPerson somebody;
  private final long before;

  /** The halls of the region's first insured employee. */
  TwoHalls(String region, Path directory) throws IOException {
    this(
        region,
        directory,
        people(region).stream()
            .filter(
                person ->
                    person.platform().stream()
                        .flatMap(record -> record.insurances().stream())
                        .anyMatch(it -> it.kind().equals("310") && it.status().equals("1")))
            .findFirst()
            .orElseThrow());
  }

  /** The halls of this person. */
  TwoHalls(String region, Path directory, SandboxPerson somebody) throws IOException {
    this.region = region;
    this.directory = directory;
    this.somebody = somebody;
    sandbox =
        SandboxPlatform.start(new SandboxPlatform.Settings(directory.resolve("province"), 0, time));
    before = sandbox.filings().size();
    east = hall("T1");
    west = hall("T2");
  }

  /** Everybody of a region who holds a resident's card. */
  static List<SandboxPerson> people(String region) {
    return People.embedded().all().stream()
        .filter(person -> person.region().equals(region))
        .filter(
            person -> person.card().kind() == yibao.sandbox.people.IdentityDocument.Kind.RESIDENT)
        .toList();
  }

  /** What was filed here, in order. */
  List<LedgerFiling> filed() {
    return sandbox.filings().stream().skip(before).toList();
  }

  @Override
  public void close() throws IOException {
    east.close();
    west.close();
    sandbox.close();
  }

  private FakeHall hall(String terminal) throws IOException {
    String place = FakeHall.region(region).pools().getFirst().admdvs();
    var hall =
        new FakeHall(
            region,
            directory.resolve(terminal),
            Keys.named("k1"),
            time,
            new NationalPlatform(
                ProvinceProfile.read(Path.of("../../deploy/provinces/sandbox.yaml")),
                new TerminalIdentity(
                    place,
                    "H" + place + "00001",
                    "示例大厅",
                    "kiosk",
                    "自助终端",
                    terminal,
                    "02:00:00:00:00:01",
                    "127.0.0.1"),
                new PlainTransport(
                    new HttpPost(
                        sandbox.address(),
                        new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10)))),
                time));
    hall.holder = card();
    return hall;
  }

  private IdentityDocument card() {
    return new IdentityDocument.ResidentCard(
        somebody.card().name(),
        somebody.card().number(),
        Sex.FEMALE,
        somebody.card().birth(),
        new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
        "汉",
        "示例路1号");
  }
}
