package yibao.devices.sscard;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import yibao.devices.EthnicGroup;
import yibao.devices.Sex;
import yibao.devices.smartcard.ApduChannel;
import yibao.devices.smartcard.ApduResponse;
import yibao.devices.smartcard.CardLostException;

/**
 * The application of a powered social-security card (LD/T 32). Recognised by selecting it, never by
 * the answer to reset. The holder's file is read by tag: record numbers moved between versions.
 */
public final class SocialSecurityChip {
  /** Select by name: sx1.sh.社会保障. */
  private static final byte[] SELECT_SSSE =
      HexFormat.of().parseHex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

  private static final byte[] SELECT_CARD_FILE = HexFormat.of().parseHex("00A4000002EF05");
  private static final byte[] SELECT_HOLDER_FILE = HexFormat.of().parseHex("00A4000002EF06");

  private static final int IDENTIFICATION = 1;
  private static final int VERSION = 3;
  private static final int ISSUED = 5;
  private static final int EXPIRES = 6;
  private static final int CARD_NUMBER = 7;

  private static final int HOLDER_NUMBER = 0x08;
  private static final int NAME = 0x09;
  private static final int NAME_EXTENSION = 0x4E;
  private static final int SEX = 0x0A;
  private static final int ETHNIC_GROUP = 0x0B;
  private static final int BIRTH = 0x0D;

  private static final int NOT_FOUND = 0x6A82;
  private static final int RECORD_NOT_FOUND = 0x6A83;
  private static final int SECURITY_NOT_SATISFIED = 0x6982;
  private static final int AUTHENTICATION_BLOCKED = 0x6983;
  private static final int APPLICATION_LOCKED = 0x9303;
  private static final int FILE_INVALIDATED = 0x6283;

  private final ApduChannel card;

  /**
   * @param card the powered card
   */
  public SocialSecurityChip(ApduChannel card) {
    this.card = card;
  }

  /** A status that ends the reading. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    private Refused(int status) {
      super("the card refused", null, false, false);
      this.status = status;
    }
  }

  /**
   * Reads what the chip lets everybody read.
   *
   * @throws CardLostException when the card was pulled out
   */
  public SocialSecurityReading read() throws CardLostException {
    ApduResponse selected = ApduResponse.exchange(card, SELECT_SSSE);
    if (!selected.ok()) {
      return fault(selected.status());
    }
    try {
      select(SELECT_CARD_FILE);
      CardRecord identification = record(IDENTIFICATION, 0x12);
      String code = identification.digits();
      if (code.length() < 6) {
        throw new Refused(RECORD_NOT_FOUND);
      }
      String version = record(VERSION, 0x06).ascii();
      CardRecord issued = record(ISSUED, 0x06);
      CardRecord expires = record(EXPIRES, 0x06);
      String number = record(CARD_NUMBER, 0x0B).ascii();
      return new SocialSecurityReading.Read(
          new SocialSecurityCard(
              number,
              code,
              code.substring(0, 6),
              version,
              issued.date(),
              expires.date(),
              holder()));
    } catch (Refused e) {
      return fault(e.status);
    }
  }

  /**
   * Shows the card its holder's PIN. Each wrong one uses up a try.
   *
   * @param digits four to twelve digits; overwritten afterwards
   * @throws CardLostException when the card was pulled out
   */
  public PinResult verifyPin(char[] digits) throws CardLostException {
    byte[] command = verifyCommand(digits);
    Arrays.fill(digits, '0');
    try {
      int status = ApduResponse.exchange(card, command).status();
      if (status == ApduResponse.OK) {
        return new PinResult.Accepted();
      }
      if ((status & 0xFFF0) == 0x63C0) {
        int left = status & 0xF;
        return left == 0 ? new PinResult.Blocked() : new PinResult.Wrong(left);
      }
      return status == AUTHENTICATION_BLOCKED
          ? new PinResult.Blocked()
          : new PinResult.Refused("%04X".formatted(status));
    } finally {
      Arrays.fill(command, (byte) 0);
    }
  }

  private static byte[] verifyCommand(char[] digits) {
    int length = (digits.length + 1) / 2;
    byte[] command = new byte[5 + length];
    command[1] = 0x20;
    command[4] = (byte) length;
    for (int i = 0; i < length * 2; i++) {
      int digit = i < digits.length ? digits[i] - '0' : 0xF;
      if (digit < 0 || digit > 0xF) {
        throw new IllegalArgumentException("a PIN has digits only");
      }
      command[5 + i / 2] |= (byte) (i % 2 == 0 ? digit << 4 : digit);
    }
    return command;
  }

  /** The holder, unless the chip wants to know a security module first. */
  private Optional<SocialSecurityCard.Holder> holder() throws CardLostException, Refused {
    try {
      select(SELECT_HOLDER_FILE);
      String number = byTag(HOLDER_NUMBER, 0x14).ascii();
      String name = byTag(NAME, 0x20).gbk() + extension();
      return Optional.of(
          new SocialSecurityCard.Holder(
              number,
              name,
              Sex.of(byTag(SEX, 0x03).ascii()),
              Optional.of(byTag(ETHNIC_GROUP, 0x03).digits()).map(EthnicGroup::new),
              byTag(BIRTH, 0x06).date()));
    } catch (Refused e) {
      if (e.status == SECURITY_NOT_SATISFIED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The rest of a long name; cards of the first version have no such record. */
  private String extension() throws CardLostException, Refused {
    try {
      return byTag(NAME_EXTENSION, 0x16).gbk();
    } catch (Refused e) {
      if (e.status == RECORD_NOT_FOUND || e.status == NOT_FOUND) {
        return "";
      }
      throw e;
    }
  }

  private void select(byte[] command) throws CardLostException, Refused {
    ApduResponse response = ApduResponse.exchange(card, command);
    if (!response.ok()) {
      throw new Refused(response.status());
    }
  }

  private CardRecord record(int number, int length) throws CardLostException, Refused {
    return readRecord(new byte[] {0, (byte) 0xB2, (byte) number, 0x04, (byte) length}, number);
  }

  private CardRecord byTag(int tag, int length) throws CardLostException, Refused {
    return readRecord(new byte[] {0, (byte) 0xB2, (byte) tag, 0x00, (byte) length}, tag);
  }

  private CardRecord readRecord(byte[] command, int tag) throws CardLostException, Refused {
    ApduResponse response = ApduResponse.exchange(card, command);
    if (!response.ok()) {
      throw new Refused(response.status());
    }
    return CardRecord.parse(response.data())
        .filter(record -> record.tag() == tag)
        .orElseThrow(() -> new Refused(RECORD_NOT_FOUND));
  }

  private static SocialSecurityReading.Fault fault(int status) {
    return switch (status) {
      case NOT_FOUND, 0x6D00, 0x6E00, 0x6A81 -> new SocialSecurityReading.WrongCard();
      case APPLICATION_LOCKED, FILE_INVALIDATED, AUTHENTICATION_BLOCKED ->
          new SocialSecurityReading.Locked();
      default -> new SocialSecurityReading.Unreadable("%04X".formatted(status));
    };
  }
}
