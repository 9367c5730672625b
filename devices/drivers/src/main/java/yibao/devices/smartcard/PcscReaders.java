package yibao.devices.smartcard;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio;

/** The readers the PC/SC service knows. */
public final class PcscReaders {
  private PcscReaders() {}

  /** Their names; none where the service does not run. */
  public static List<String> names() {
    try (PcscContext context = PcscContext.establish()) {
      return context.readers().stream().map(CardTerminal::getName).toList();
    } catch (NoSuchAlgorithmException
        | CardException
        | Smartcardio.EstablishContextException
        | LinkageError e) {
      return List.of();
    }
  }
}
