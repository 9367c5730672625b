package yibao.devices.smartcard;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;
import jnasmartcardio.Smartcardio.EstablishContextException;

/**
 * A client's context at the PC/SC service: a socket here, a thread there. The service has room for
 * two hundred of them over all programs, and the library gives one back only when its garbage is
 * collected, on a quiet terminal hours later.
 */
final class PcscContext implements AutoCloseable {
  private final CardTerminals terminals;

  private PcscContext(CardTerminals terminals) {
    this.terminals = terminals;
  }

  /**
   * Asks the service for a context.
   *
   * @throws NoSuchAlgorithmException when the library is not there
   * @throws EstablishContextException when the service gives none
   */
  static PcscContext establish() throws NoSuchAlgorithmException {
    return new PcscContext(
        TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals());
  }

  /** The readers there are; they work as long as the context is open. */
  List<CardTerminal> readers() throws CardException {
    return terminals.list();
  }

  @Override
  public void close() {
    try {
      if (terminals instanceof Smartcardio.JnaCardTerminals held) {
        held.close();
      }
    } catch (CardException e) {
      // The service has gone and taken the context along.
      return;
    }
  }
}
