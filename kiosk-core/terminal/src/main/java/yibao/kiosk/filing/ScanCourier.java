package yibao.kiosk.filing;

import java.io.IOException;
import java.util.Optional;
import yibao.kiosk.platform.Attachments;
import yibao.kiosk.platform.Attachments.AttachmentReply;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.StoreFault;

/** Takes a filing's scans from the disk to the platform. */
public final class ScanCourier implements Enclosures {
  private final Scans scans;
  private final Attachments attachments;

  /** A courier between these two. */
  public ScanCourier(Scans scans, Attachments attachments) {
    this.scans = scans;
    this.attachments = attachments;
  }

  @Override
  public Optional<FilingReply> send(FilingDraft draft) {
    for (Attachment attachment : draft.attachments()) {
      Optional<FilingReply> hindrance = send(attachment);
      if (hindrance.isPresent()) {
        return hindrance;
      }
    }
    return Optional.empty();
  }

  private Optional<FilingReply> send(Attachment attachment) {
    try {
      AttachmentReply reply =
          attachments.send(
              new Attachments.Scan(
                  attachment.digest(),
                  attachment.mediaType(),
                  attachment.size(),
                  (offset, length) -> scans.read(attachment.digest(), offset, length)));
      return switch (reply) {
        case AttachmentReply.Whole _ -> Optional.empty();
        case AttachmentReply.BrokeOff(String cause) -> Optional.of(new FilingReply.NotSent(cause));
        case AttachmentReply.NotOffered _ ->
            Optional.of(new FilingReply.CannotSend("platform.no-attachments"));
        case AttachmentReply.Refused(_, String words) ->
            Optional.of(new FilingReply.CannotSend("platform.attachment-refused", words));
      };
    } catch (StoreFault fault) {
      return switch (fault.code()) {
        // What is gone or altered is not there tomorrow either: staff must get the paper again.
        case StoreFault.DAMAGED, StoreFault.UNDECIPHERABLE ->
            Optional.of(new FilingReply.CannotSend("filing.scan-lost"));
        default -> throw fault;
      };
    } catch (IOException impossible) {
      throw new IllegalStateException("scans fail as store faults", impossible);
    }
  }
}
