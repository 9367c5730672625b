package yibao.devices.idcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import yibao.devices.Device;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;

/**
 * The reader of resident identity documents (GA 450, SAM_V). Belongs to one thread, like its port.
 *
 * <p>A reader finds a card once: after a good read it answers "no card" until the card was lifted
 * and laid again. Whether the card is still there shows only inside the selection in which it was
 * read, see {@link #presence()}.
 */
public final class IdCardReader implements Device {
  private final Port port;
  private final SdtChannel channel;
  private final SdtCommand readCommand;

  IdCardReader(
      Port port,
      SdtDialect dialect,
      boolean withFingerprint,
      LongSupplier nanoClock,
      SdtChannel.Patience patience) {
    this.port = port;
    this.channel = new SdtChannel(port, dialect, nanoClock, patience);
    this.readCommand =
        withFingerprint && channel.knows(SdtCommand.READ_WITH_FINGERPRINT)
            ? SdtCommand.READ_WITH_FINGERPRINT
            : SdtCommand.READ;
  }

  /**
   * A reader on an open line.
   *
   * @param port open line to the reader; closed with the reader
   * @param dialect what the reader speaks
   * @param withFingerprint whether to have the chip's fingerprints sent too; they are dropped
   *     unread, the setting is for readers that answer only the longer command
   * @param nanoClock monotonic nanoseconds
   * @throws PortException when the line is gone
   */
  public static IdCardReader open(
      Port port, SdtDialect dialect, boolean withFingerprint, LongSupplier nanoClock)
      throws PortException {
    IdCardReader reader =
        new IdCardReader(port, dialect, withFingerprint, nanoClock, SdtChannel.Patience.USUAL);
    try {
      reader.channel.greet();
    } catch (PortException e) {
      port.close();
      throw e;
    }
    return reader;
  }

  /**
   * Asks the reader whether it can work.
   *
   * @return empty when it can
   * @throws PortException when the line is gone
   */
  public Optional<IdCardReading.Fault> check() throws PortException {
    Optional<SdtAnswer> answer = channel.exchange(SdtCommand.SAM_STATUS);
    if (answer.isEmpty()) {
      return Optional.of(new IdCardReading.Silent());
    }
    return answer.get().sw3() == SdtAnswer.OK
        ? Optional.empty()
        : Optional.of(readerFault(answer.get()));
  }

  /** The number of the reader's security module; empty when it does not tell. */
  public Optional<SamId> samId() throws PortException {
    return ifKnown(SdtCommand.SAM_ID)
        .filter(answer -> answer.sw3() == SdtAnswer.OK)
        .map(answer -> SamId.of(answer.data()));
  }

  /**
   * Looks for a card and reads it.
   *
   * @throws PortException when the line is gone
   */
  public IdCardReading read() throws PortException {
    return read(() -> {});
  }

  /**
   * Looks for a card and reads it.
   *
   * @param found called when a card was found and reading begins
   * @throws PortException when the line is gone
   */
  public IdCardReading read(Runnable found) throws PortException {
    Optional<SdtAnswer> answer = channel.exchange(SdtCommand.FIND);
    if (answer.isEmpty()) {
      return new IdCardReading.Silent();
    }
    return switch (answer.get().sw3()) {
      case SdtAnswer.FOUND -> {
        found.run();
        yield select();
      }
      case SdtAnswer.NO_CARD -> new IdCardReading.NoCard();
      default -> cardFault(answer.get());
    };
  }

  /**
   * Whether the card that was read last still lies there. Asks for its appended address in the same
   * selection, which only a card that is still there can answer. A reader without that command is
   * asked to find the card again, which some do only after it was lifted: those tell {@link
   * Presence#LIFTED} at once.
   */
  public Presence presence() throws PortException {
    if (!channel.knows(SdtCommand.READ_APPENDED_ADDRESS)) {
      return channel
          .exchange(SdtCommand.FIND)
          .map(answer -> answer.sw3() == SdtAnswer.FOUND ? Presence.LYING : Presence.LIFTED)
          .orElse(Presence.UNKNOWN);
    }
    return channel
        .exchange(SdtCommand.READ_APPENDED_ADDRESS)
        .map(
            answer ->
                answer.sw3() == SdtAnswer.OK || answer.sw3() == SdtAnswer.NO_CONTENT
                    ? Presence.LYING
                    : Presence.LIFTED)
        .orElse(Presence.UNKNOWN);
  }

  /** What the reader knows of the card that was read last. */
  public enum Presence {
    LYING,
    LIFTED,
    /** The reader did not answer. */
    UNKNOWN
  }

  /** The addresses written to the card after it was issued, in the selection of the last read. */
  public List<String> appendedAddresses() throws PortException {
    return ifKnown(SdtCommand.READ_APPENDED_ADDRESS)
        .filter(answer -> answer.sw3() == SdtAnswer.OK)
        .map(answer -> CardText.appendedAddresses(answer.data()))
        .orElse(List.of());
  }

  /** The number of the card's body, 28 bytes, in the selection of the last read. */
  public Optional<byte[]> managementNumber() throws PortException {
    return ifKnown(SdtCommand.READ_MANAGEMENT_NUMBER)
        .filter(answer -> answer.sw3() == SdtAnswer.OK)
        .map(SdtAnswer::data);
  }

  @Override
  public boolean lost() {
    return port.lost();
  }

  /** How many bytes the line has damaged since the reader was opened. */
  public long damagedBytes() {
    return channel.damaged();
  }

  @Override
  public void close() {
    port.close();
  }

  private Optional<SdtAnswer> ifKnown(SdtCommand command) throws PortException {
    return channel.knows(command) ? channel.exchange(command) : Optional.empty();
  }

  private IdCardReading select() throws PortException {
    Optional<SdtAnswer> selected = channel.exchange(SdtCommand.SELECT);
    if (selected.isEmpty()) {
      return new IdCardReading.Silent();
    }
    return selected.get().sw3() == SdtAnswer.OK ? readSelected() : cardFault(selected.get());
  }

  private IdCardReading readSelected() throws PortException {
    long damagedBefore = channel.damaged();
    Optional<SdtAnswer> answer = channel.exchange(readCommand);
    if (answer.isEmpty()) {
      return channel.damaged() > damagedBefore
          ? new IdCardReading.Garbled()
          : new IdCardReading.Silent();
    }
    if (answer.get().sw3() != SdtAnswer.OK) {
      return cardFault(answer.get());
    }
    byte[] data = answer.get().data();
    try {
      return content(data)
          .<IdCardReading>map(IdCardReading.Read::new)
          .orElseGet(IdCardReading.Garbled::new);
    } finally {
      Arrays.fill(data, (byte) 0);
    }
  }

  private Optional<IdCard> content(byte[] data) {
    ByteBuffer fields = ByteBuffer.wrap(data);
    int textLength = fields.getShort() & 0xFFFF;
    int photoLength = fields.getShort() & 0xFFFF;
    int fingerprintLength =
        readCommand == SdtCommand.READ_WITH_FINGERPRINT ? fields.getShort() & 0xFFFF : 0;
    if (fields.remaining() != textLength + photoLength + fingerprintLength) {
      return Optional.empty();
    }
    byte[] text = new byte[textLength];
    byte[] photo = new byte[photoLength];
    fields.get(text).get(photo);
    try {
      return CardText.parse(text, new CardPhoto(photo));
    } finally {
      Arrays.fill(text, (byte) 0);
      Arrays.fill(photo, (byte) 0);
    }
  }

  private static IdCardReading.Fault cardFault(SdtAnswer answer) {
    return switch (answer.sw3()) {
      case SdtAnswer.NO_CARD,
          SdtAnswer.SELECT_FAILED,
          SdtAnswer.READ_FAILED,
          SdtAnswer.RANDOM_FAILED ->
          new IdCardReading.MovedTooEarly(answer.status());
      case SdtAnswer.WRONG_CARD, SdtAnswer.NO_CONTENT -> new IdCardReading.WrongCard();
      case SdtAnswer.CARD_DISTRUSTS_SAM,
          SdtAnswer.SAM_DISTRUSTS_CARD,
          SdtAnswer.VERIFICATION_FAILED ->
          new IdCardReading.Distrusted(answer.status());
      default -> readerFault(answer);
    };
  }

  private static IdCardReading.Fault readerFault(SdtAnswer answer) {
    return answer.sw3() == SdtAnswer.UNAUTHORISED
        ? new IdCardReading.Unauthorised()
        : new IdCardReading.ReaderFault(answer.status());
  }
}
