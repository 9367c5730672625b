package yibao.templates.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * When a document was made, by the caller's clock: the layout engine writes the machine's, which
 * may be wrong and would make two paintings of one page differ.
 */
final class CreationTime {
  private static final String XMP_DATE = "(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)";

  private CreationTime() {}

  /** Writes it into the information dictionary, the XMP metadata and the file identifier. */
  static void write(PDDocument pdf, ZonedDateTime at) throws IOException {
    ZonedDateTime second = at.truncatedTo(ChronoUnit.SECONDS);
    pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(second));
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String dated =
        xmp.replaceFirst(
            XMP_DATE, "$1" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second) + "$2");
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    pdf.setDocumentId(second.toEpochSecond());
  }
}
