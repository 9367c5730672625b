package yibao.simulators.sscard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The chip of a social-security card (LD/T 32): the application, its two public files and the PIN.
 * The third generation keeps the holder's file closed, since nobody here has its security module.
 */
public final class SocialSecurityCardSimulator implements Chip {
  private static final Charset GBK = Charset.forName("GBK");
  private static final byte[] NAME = HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF");
  private static final byte[] ATR =
      HexFormat.of().parseHex("3B8D80018031806573534453430011230000" + "00");
  private static final int PIN_TRIES = 6;
  private static final int NAME_BYTES = 30;
  private static final int EXTENSION_BYTES = 20;
  private static final int PLACE_DIGITS = 6;

  private static final int OK = 0x9000;
  private static final int CARD_FILE = 0xEF05;
  private static final int HOLDER_FILE = 0xEF06;

  private final Map<Integer, byte[]> cardFile;
  private final Map<Integer, byte[]> holderFile;
  private final boolean holderClosed;
  private final byte[] pin;
  private int pinTries = PIN_TRIES;
  private boolean locked;
  private boolean applicationSelected;
  private Optional<Integer> file = Optional.empty();

  /**
   * @param content what the chip holds
   */
  public SocialSecurityCardSimulator(SocialSecurityCardContent content) {
    cardFile = cardFile(content);
    holderFile = holderFile(content);
    holderClosed = content.version().startsWith("3");
    pin = HexFormat.of().parseHex(content.pin());
  }

  /** The issuer locks the application. */
  public synchronized void lock() {
    locked = true;
  }

  @Override
  public byte[] answerToReset() {
    byte[] atr = ATR.clone();
    byte check = 0;
    for (int i = 1; i < atr.length - 1; i++) {
      check ^= atr[i];
    }
    atr[atr.length - 1] = check;
    return atr;
  }

  @Override
  public synchronized void reset() {
    applicationSelected = false;
    file = Optional.empty();
  }

  @Override
  public synchronized byte[] transmit(byte[] command) {
    if (command.length < 4) {
      return status(0x6700);
    }
    if (command[0] != 0) {
      return status(0x6E00);
    }
    return switch (command[1] & 0xFF) {
      case 0xA4 -> select(command);
      case 0xB2 -> readRecord(command);
      case 0x20 -> verify(command);
      case 0x84 -> answer(OK, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      default -> status(0x6D00);
    };
  }

  private byte[] select(byte[] command) {
    byte[] data = data(command);
    if (command[2] == 4) {
      if (locked) {
        return status(0x9303);
      }
      applicationSelected = Arrays.equals(data, NAME);
      file = Optional.empty();
      return applicationSelected ? answer(OK, controlInformation()) : status(0x6A82);
    }
    if (!applicationSelected || data.length != 2) {
      return status(0x6A82);
    }
    int wanted = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
    if (wanted != CARD_FILE && wanted != HOLDER_FILE) {
      return status(0x6A82);
    }
    file = Optional.of(wanted);
    return status(OK);
  }

  /** By number with P2 = …4, by tag with P2 = …0; a short file identifier may stand above. */
  private byte[] readRecord(byte[] command) {
    int fileIdentifier = (command[3] & 0xFF) >> 3;
    Optional<Integer> from = fileIdentifier == 0 ? file : Optional.of(0xEF00 | fileIdentifier);
    if (from.isEmpty() || !applicationSelected) {
      return status(0x6985);
    }
    if (from.get() == HOLDER_FILE && holderClosed) {
      return status(0x6982);
    }
    Map<Integer, byte[]> records = from.get() == CARD_FILE ? cardFile : holderFile;
    boolean byNumber = (command[3] & 7) == 4;
    int which = command[2] & 0xFF;
    Optional<Integer> tag =
        byNumber
            ? records.keySet().stream().skip(which - 1L).findFirst()
            : Optional.of(which).filter(records::containsKey);
    if (which == 0 || tag.isEmpty()) {
      return status(0x6A83);
    }
    byte[] value = records.get(tag.get());
    byte[] record = new byte[2 + value.length];
    record[0] = tag.get().byteValue();
    record[1] = (byte) value.length;
    System.arraycopy(value, 0, record, 2, value.length);
    int expected = command.length > 4 ? command[4] & 0xFF : 0;
    return expected != 0 && expected != record.length
        ? status(0x6C00 | record.length)
        : answer(OK, record);
  }

  private byte[] verify(byte[] command) {
    if (!applicationSelected) {
      return status(0x6985);
    }
    if (pinTries == 0) {
      return status(0x6983);
    }
    if (Arrays.equals(data(command), pin)) {
      pinTries = PIN_TRIES;
      return status(OK);
    }
    pinTries--;
    return status(0x63C0 | pinTries);
  }

  private byte[] controlInformation() {
    byte[] information = new byte[4 + NAME.length];
    information[0] = 0x6F;
    information[1] = (byte) (2 + NAME.length);
    information[2] = (byte) 0x84;
    information[3] = (byte) NAME.length;
    System.arraycopy(NAME, 0, information, 4, NAME.length);
    return information;
  }

  private static Map<Integer, byte[]> cardFile(SocialSecurityCardContent content) {
    Map<Integer, byte[]> records = new LinkedHashMap<>();
    records.put(1, HexFormat.of().parseHex(content.identification()));
    records.put(2, ascii("1", 1));
    records.put(3, ascii(content.version(), 4));
    records.put(4, HexFormat.of().parseHex(content.organisation()));
    records.put(5, date(content.issued()));
    records.put(6, date(content.expires()));
    records.put(7, ascii(content.cardNumber(), 9));
    return records;
  }

  private static Map<Integer, byte[]> holderFile(SocialSecurityCardContent content) {
    byte[] name = content.name().getBytes(GBK);
    int cut = Math.min(name.length, NAME_BYTES);
    Map<Integer, byte[]> records = new LinkedHashMap<>();
    records.put(0x08, ascii(content.number(), 18));
    records.put(0x09, Arrays.copyOf(Arrays.copyOf(name, cut), NAME_BYTES));
    if (!content.version().startsWith("1")) {
      records.put(0x4E, Arrays.copyOf(Arrays.copyOfRange(name, cut, name.length), EXTENSION_BYTES));
    }
    records.put(0x0A, ascii(content.sexCode(), 1));
    records.put(0x0B, HexFormat.of().parseHex(content.ethnicCode()));
    records.put(0x0C, HexFormat.of().parseHex(content.number().substring(0, PLACE_DIGITS)));
    records.put(0x0D, date(content.birth()));
    return records;
  }

  private static byte[] ascii(String text, int length) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
  }

  private static byte[] date(LocalDate date) {
    return HexFormat.of().parseHex(date.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  private static byte[] data(byte[] command) {
    int length = command.length > 4 ? command[4] & 0xFF : 0;
    return Arrays.copyOfRange(
        command, Math.min(5, command.length), Math.min(5 + length, command.length));
  }

  private static byte[] answer(int status, byte[] data) {
    byte[] response = Arrays.copyOf(data, data.length + 2);
    response[data.length] = (byte) (status >> 8);
    response[data.length + 1] = (byte) status;
    return response;
  }

  private static byte[] status(int status) {
    return answer(status, new byte[0]);
  }
}
