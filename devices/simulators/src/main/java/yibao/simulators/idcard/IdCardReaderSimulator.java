package yibao.simulators.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import yibao.simulators.wire.Wire;
import yibao.simulators.wire.WireDevice;

/**
 * A resident ID-card reader with its SAM (GA 450): finds, selects and reads the card that lies on
 * it, and refuses what the real one refuses. A card is found once; after a good read it must be
 * lifted and laid again. Control calls may come from any thread.
 */
public final class IdCardReaderSimulator implements WireDevice {
  /** SAM status. */
  public static final int SAM_STATUS = 0x11FF;

  /** Read the SAM's number. */
  public static final int SAM_ID = 0x12FF;

  /** Find a card. */
  public static final int FIND = 0x2001;

  /** Select the card found. */
  public static final int SELECT = 0x2002;

  /** Read text and photo. */
  public static final int READ = 0x3001;

  /** Read text, photo and fingerprints. */
  public static final int READ_WITH_FINGERPRINT = 0x3010;

  /** Read the latest appended address. */
  public static final int READ_APPENDED_ADDRESS = 0x3003;

  /** Read the card-body management number. */
  public static final int READ_MANAGEMENT_NUMBER = 0x3005;

  private static final int RESET = 0x10FF;
  private static final int SET_BAUD = 0x6000;
  private static final int SET_RF_BYTES = 0x61FF;

  private static final int OK = 0x90;
  private static final int FOUND = 0x9F;
  private static final int NO_CONTENT = 0x91;
  private static final int NO_CARD = 0x80;
  private static final int SELECT_FAILED = 0x81;
  private static final int READ_FAILED = 0x41;
  private static final int WRONG_CARD = 0x40;
  private static final int UNAUTHORISED = 0x66;
  private static final int SELF_TEST_FAILED = 0x60;
  private static final int BAD_CHECK = 0x10;
  private static final int BAD_LENGTH = 0x11;
  private static final int BAD_COMMAND = 0x21;

  private static final int APPENDED_ADDRESS_BYTES = 70;
  private static final int APPENDED_ADDRESSES = 4;
  private static final int MANAGEMENT_NUMBER_BYTES = 28;

  private enum Session {
    IDLE,
    FOUND,
    SELECTED,
    READ
  }

  private record Planned(Optional<Integer> command, Mishap mishap) {}

  private final ReaderVariant variant;
  private final VendorGreeting greeting = new VendorGreeting();
  private final SdtWire frames = new SdtWire();
  private final Queue<Planned> mishaps = new ArrayDeque<>();
  private Optional<CardContent> card = Optional.empty();
  private List<String> appendedAddresses = List.of();
  private Session session = Session.IDLE;
  private boolean alreadyRead;
  private boolean foreignCard;
  private int samStatus = OK;
  private int fingerprintBytes = 1024;
  private final Map<Integer, Integer> requests = new HashMap<>();

  /** A reader that speaks GA 450. */
  public IdCardReaderSimulator() {
    this(ReaderVariant.STANDARD);
  }

  /** A reader of a family of its own. */
  public IdCardReaderSimulator(ReaderVariant variant) {
    this.variant = variant;
  }

  /** Lays a card on the reader. */
  public synchronized void lay(CardContent content) {
    card = Optional.of(content);
    foreignCard = false;
    alreadyRead = false;
    session = Session.IDLE;
  }

  /** Lays a chip card that is no identity document, such as a bus pass. */
  public synchronized void layForeignCard() {
    lift();
    foreignCard = true;
  }

  /** Takes the card away. */
  public synchronized void lift() {
    card = Optional.empty();
    foreignCard = false;
    alreadyRead = false;
    session = Session.IDLE;
  }

  /** The addresses written to the card after it was issued, oldest first; at most four. */
  public synchronized void appendAddresses(List<String> addresses) {
    if (addresses.size() > APPENDED_ADDRESSES) {
      throw new IllegalArgumentException("a card holds four appended addresses");
    }
    appendedAddresses = List.copyOf(addresses);
  }

  /** How many bytes of fingerprints the card holds: 0, 512 or 1024. */
  public synchronized void fingerprintBytes(int bytes) {
    fingerprintBytes = bytes;
  }

  /** The SAM has no valid authorisation (status 66), or has it again. */
  public synchronized void authorised(boolean authorised) {
    samStatus = authorised ? OK : UNAUTHORISED;
  }

  /** The reader failed its self-test (status 60), or is well again. */
  public synchronized void healthy(boolean healthy) {
    samStatus = healthy ? OK : SELF_TEST_FAILED;
  }

  /** Spoils the next answer. */
  public synchronized void next(Mishap mishap) {
    mishaps.add(new Planned(Optional.empty(), mishap));
  }

  /** Spoils the next answer to a command, such as {@link #READ}. */
  public synchronized void next(int command, Mishap mishap) {
    mishaps.add(new Planned(Optional.of(command), mishap));
  }

  /** How many well-formed requests of a kind, such as {@link #FIND}, have arrived. */
  public synchronized int requests(int command) {
    return requests.getOrDefault(command, 0);
  }

  @Override
  public synchronized void plugged(Wire wire) {
    frames.forget();
    greeting.forget();
    session = Session.IDLE;
    alreadyRead = false;
  }

  @Override
  public void hear(byte[] bytes, Wire wire) {
    if (variant.wantsGreeting() && !greeting.done()) {
      greeting.take(bytes).ifPresent(wire::send);
      return;
    }
    SdtWire.Request request = frames.take(bytes);
    while (request.heard() != SdtWire.Heard.NOTHING) {
      switch (request.heard()) {
        case BAD_CHECK -> wire.send(status(BAD_CHECK));
        case BAD_LENGTH -> wire.send(status(BAD_LENGTH));
        case REQUEST -> reply(request, wire);
        case NOTHING -> throw new IllegalStateException("the loop ends on nothing");
      }
      request = frames.take(new byte[0]);
    }
  }

  private void reply(SdtWire.Request request, Wire wire) {
    byte[] answer;
    Optional<Mishap> mishap;
    synchronized (this) {
      requests.merge(variant.standard(request.command()), 1, Integer::sum);
      answer = answerTo(request);
      mishap = mishapFor(variant.standard(request.command()));
    }
    if (mishap.isEmpty()) {
      wire.send(answer);
      return;
    }
    switch (mishap.get()) {
      case Mishap.Silence() -> {}
      case Mishap.CutShort(int count) -> wire.send(first(answer, count));
      case Mishap.CardLifted(int count) -> {
        wire.send(first(answer, count));
        lift();
      }
      case Mishap.CableOut(int count) -> {
        wire.send(first(answer, count));
        wire.drop();
      }
      case Mishap.Twice() -> {
        wire.send(answer);
        wire.send(answer);
      }
      case Mishap.Late(Duration delay) -> {
        LockSupport.parkNanos(delay.toNanos());
        wire.send(answer);
      }
      case Mishap.Preceded(byte[] others) -> {
        wire.send(others);
        wire.send(answer);
      }
      case Mishap.Replaced(byte[] others) -> wire.send(others);
      case Mishap.WrongCheck() -> {
        byte[] wrong = answer.clone();
        wrong[wrong.length - 1] ^= 0x55;
        wire.send(wrong);
      }
    }
  }

  private Optional<Mishap> mishapFor(int command) {
    Optional<Planned> planned =
        mishaps.stream().filter(p -> p.command().map(c -> c == command).orElse(true)).findFirst();
    planned.ifPresent(mishaps::remove);
    return planned.map(Planned::mishap);
  }

  private byte[] answerTo(SdtWire.Request request) {
    int command = variant.standard(request.command());
    if (samStatus == SELF_TEST_FAILED) {
      return status(SELF_TEST_FAILED);
    }
    return switch (command) {
      case RESET -> {
        session = Session.IDLE;
        yield status(OK);
      }
      case SAM_STATUS -> status(samStatus);
      case SAM_ID -> SdtWire.answer(0, 0, OK, samId());
      case FIND -> find();
      case SELECT -> select();
      case READ -> read(false);
      case READ_WITH_FINGERPRINT -> read(true);
      case READ_APPENDED_ADDRESS -> appendedAddress();
      case READ_MANAGEMENT_NUMBER -> managementNumber();
      case SET_RF_BYTES -> status(request.body().length == 3 ? OK : BAD_COMMAND);
      default -> status((command & 0xFFF8) == SET_BAUD ? OK : BAD_COMMAND);
    };
  }

  private byte[] find() {
    session = Session.IDLE;
    if (foreignCard) {
      session = Session.FOUND;
      return SdtWire.answer(0, 0, FOUND, new byte[4]);
    }
    if (card.isEmpty() || alreadyRead) {
      return status(NO_CARD);
    }
    session = Session.FOUND;
    return SdtWire.answer(0, 0, FOUND, new byte[4]);
  }

  private byte[] select() {
    if (session != Session.FOUND) {
      return status(SELECT_FAILED);
    }
    if (foreignCard) {
      session = Session.IDLE;
      return status(WRONG_CARD);
    }
    session = Session.SELECTED;
    return SdtWire.answer(0, 0, OK, new byte[8]);
  }

  private byte[] read(boolean withFingerprint) {
    if (samStatus != OK) {
      return status(samStatus);
    }
    if (session != Session.SELECTED || card.isEmpty()) {
      session = Session.IDLE;
      return status(READ_FAILED);
    }
    session = Session.READ;
    alreadyRead = true;
    byte[] text = card.get().text();
    byte[] photo = card.get().photo();
    byte[] lengths = {
      (byte) (text.length >> 8), (byte) text.length, (byte) (photo.length >> 8), (byte) photo.length
    };
    if (!withFingerprint) {
      return SdtWire.answer(0, 0, OK, lengths, text, photo);
    }
    byte[] printLength = {(byte) (fingerprintBytes >> 8), (byte) fingerprintBytes};
    byte[] print = new byte[fingerprintBytes];
    return SdtWire.answer(0, 0, OK, lengths, printLength, text, photo, print);
  }

  private byte[] appendedAddress() {
    if (!cardInSession()) {
      return status(READ_FAILED);
    }
    if (appendedAddresses.isEmpty()) {
      return status(NO_CONTENT);
    }
    byte[] data = new byte[appendedAddresses.size() * APPENDED_ADDRESS_BYTES];
    for (int at = 0; at < data.length; at += 2) {
      data[at] = ' ';
    }
    for (int i = 0; i < appendedAddresses.size(); i++) {
      byte[] address = appendedAddresses.get(i).getBytes(StandardCharsets.UTF_16LE);
      int count = Math.min(address.length, APPENDED_ADDRESS_BYTES);
      System.arraycopy(address, 0, data, i * APPENDED_ADDRESS_BYTES, count);
    }
    return SdtWire.answer(0, 0, OK, data);
  }

  private byte[] managementNumber() {
    if (!cardInSession()) {
      return status(READ_FAILED);
    }
    byte[] number = new byte[MANAGEMENT_NUMBER_BYTES];
    for (int i = 0; i < number.length; i++) {
      number[i] = (byte) (0x10 + i);
    }
    return SdtWire.answer(0, 0, OK, number);
  }

  private boolean cardInSession() {
    return card.isPresent() && (session == Session.SELECTED || session == Session.READ);
  }

  /** 05.01-20260101-0000000042-0000000007: an invented module. */
  private static byte[] samId() {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 5)
        .putShort((short) 1)
        .putInt(20260101)
        .putInt(42)
        .putInt(7)
        .array();
  }

  private static byte[] status(int sw3) {
    return SdtWire.answer(0, 0, sw3);
  }

  private static byte[] first(byte[] answer, int count) {
    return Arrays.copyOf(answer, Math.min(count, answer.length));
  }
}
