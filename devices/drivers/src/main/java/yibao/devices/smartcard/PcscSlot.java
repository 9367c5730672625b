package yibao.devices.smartcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/** One PC/SC reader. */
final class PcscSlot implements CardSlot {
  private static final long SCARD_E_NO_SMARTCARD = 0x8010000CL;
  private static final long SCARD_W_FIRST_CARD_WARNING = 0x80100065L;
  private static final long SCARD_W_LAST_CARD_WARNING = 0x80100069L;
  private static final long SCARD_E_PROTO_MISMATCH = 0x8010000FL;
  private static final long SCARD_E_COMM_DATA_LOST = 0x8010002FL;
  private static final long SCARD_E_NOT_TRANSACTED = 0x80100016L;

  /** The longest response of a short APDU, with status. */
  private static final int LONGEST_RESPONSE = 258;

  private final CardTerminal terminal;
  private final PcscContext context;
  private boolean lost;

  /**
   * @param terminal the reader
   * @param context closed with the slot
   */
  PcscSlot(CardTerminal terminal, PcscContext context) {
    this.terminal = terminal;
    this.context = context;
  }

  @Override
  public boolean cardPresent() throws PortException {
    try {
      return terminal.isCardPresent();
    } catch (CardException e) {
      throw gone(e);
    }
  }

  @Override
  public <R> R withCard(CardWork<R> work) throws CardLostException, PortException {
    Card card = power();
    try {
      CardChannel channel = card.getBasicChannel();
      return work.apply(command -> transmit(channel, command));
    } finally {
      release(card);
    }
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public void close() {
    lost = true;
    context.close();
  }

  private Card power() throws CardLostException, PortException {
    try {
      return terminal.connect("*");
    } catch (CardNotPresentException e) {
      throw new CardLostException("no card", e);
    } catch (CardException e) {
      if (isTheCards(e)) {
        throw new CardLostException("mute card", e);
      }
      throw gone(e);
    }
  }

  private static byte[] transmit(CardChannel channel, byte[] command) throws CardLostException {
    ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
    try {
      int length = channel.transmit(ByteBuffer.wrap(command), response);
      return Arrays.copyOf(response.array(), length);
    } catch (CardException | IllegalStateException | IllegalArgumentException e) {
      // A response of no bytes, from a card just pulled, trips the library over its own buffer.
      // Which of card and reader has gone shows when the slot is looked at next.
      throw new CardLostException("the card stopped answering", e);
    }
  }

  private void release(Card card) {
    try {
      card.disconnect(true);
    } catch (CardException e) {
      lost = lost || !isTheCards(e);
    }
  }

  private PortException gone(CardException cause) {
    lost = true;
    return new PortException(PortFault.LOST, terminal.getName(), cause);
  }

  private static boolean isTheCards(CardException e) {
    if (!(e instanceof Smartcardio.JnaPCSCException pcsc)) {
      return true;
    }
    long code = pcsc.code & 0xFFFFFFFFL;
    return code == SCARD_E_NO_SMARTCARD
        || code == SCARD_E_PROTO_MISMATCH
        || code == SCARD_E_COMM_DATA_LOST
        || code == SCARD_E_NOT_TRANSACTED
        || code >= SCARD_W_FIRST_CARD_WARNING && code <= SCARD_W_LAST_CARD_WARNING;
  }
}
