package yibao.devices.smartcard;

import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * Finds a PC/SC reader by its name. Each opening builds a context of its own: one that saw the
 * service restart or the last reader leave never finds a reader again.
 */
public final class PcscSlotOpener implements CardSlotOpener {
  private final Pattern name;

  /**
   * @param name matches somewhere in the reader's name, such as {@code Virtual PCD 00 00}
   */
  public PcscSlotOpener(Pattern name) {
    this.name = name;
  }

  /** The reader's name for logs and technicians. */
  public String name() {
    return name.pattern();
  }

  @Override
  public CardSlot open() throws PortException {
    try {
      return slotIn(PcscContext.establish());
    } catch (NoSuchAlgorithmException | CardException e) {
      throw new PortException(PortFault.ABSENT, name(), e);
    } catch (Smartcardio.EstablishContextException | LinkageError e) {
      // The service is down, or its client library is not installed.
      throw new PortException(PortFault.NO_SERVICE, name(), e);
    }
  }

  /** The slot keeps the context; without one it is given back at once. */
  private CardSlot slotIn(PcscContext context) throws CardException, PortException {
    boolean kept = false;
    try {
      for (CardTerminal terminal : context.readers()) {
        if (name.matcher(terminal.getName()).find()) {
          kept = true;
          return new PcscSlot(terminal, context);
        }
      }
      throw new PortException(PortFault.ABSENT, name());
    } finally {
      if (!kept) {
        context.close();
      }
    }
  }
}
