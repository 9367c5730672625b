package yibao.kiosk.web;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.PresentedCredential;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;

/** A platform that says of every filing what it is told to. */
record Mouthpiece(Supplier<FilingReply> says) implements Platform {
  @Override
  public Reply<PersonFound> findPerson(PresentedCredential credential) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reply<List<Contribution>> contributions(
      String personNumber, InsuranceKind kind, String insuredPlace, YearMonth from, YearMonth to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FilingReply submit(FilingDraft draft) {
    return says.get();
  }

  @Override
  public FilingReply askFiling(FilingKey key) {
    return says.get();
  }
}
