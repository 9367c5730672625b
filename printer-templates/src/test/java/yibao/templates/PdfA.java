package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a file is what it says. */
public final class PdfA {
  private PdfA() {}

  public static void assertIsPdfA2b(String name, byte[] pdf) {
    assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFA_2_B), name);
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == Status.FAILED)
          .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
          .distinct()
          .toList();
    } catch (Exception e) {
      throw new AssertionError("veraPDF could not read the file", e);
    }
  }
}
