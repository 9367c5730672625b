package yibao.kiosk.journey.route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.CredentialRule;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.IdentityDocument;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.ending.PaperStage;
import yibao.kiosk.journey.ending.Slips;
import yibao.kiosk.journey.ending.VoucherResultStage;
import yibao.kiosk.journey.form.CommitmentStage;
import yibao.kiosk.journey.form.FieldStage;
import yibao.kiosk.journey.identify.FaceStage;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/**
 * Applying for an e-voucher 医保电子凭证: who it is, by reader or by keys, consent, the face check that
 * activates it, the result. Starts without a credential; the face is what proves who stands there.
 *
 * @param task names the form that asks for a number, and the text consented to
 */
record VoucherRoute(Task.Voucher task) implements Route {

  /** The form's question how the number is given, and the answer that means the reader. */
  private static final String HOW = "how";

  private static final String READER = "reader";

  @Override
  public boolean isOpen(Branch branch, Facts known, Site site) {
    return site.checksFaces() && form(site).isPresent() && consent(site).isPresent();
  }

  @Override
  public List<Stage> stages(Branch branch, Facts known, Site site) {
    Sheet sheet = new Sheet(form(site).orElseThrow(), known(site));
    List<Stage> stages = new ArrayList<>();
    sheet.form().fields().forEach(field -> stages.add(new FieldStage(field, sheet)));
    stages.add(
        new IdentifyStage(
            new CredentialRule(
                Set.of(Credential.IDENTITY_DOCUMENT), EnumSet.allOf(IdentityDocument.class)),
            visit -> READER.equals(sheet.values(visit.values()).get(HOW))));
    stages.add(new CommitmentStage(consent(site).orElseThrow()));
    stages.add(new FaceStage(sheet));
    stages.add(new VoucherResultStage());
    stages.add(new PaperStage(Slips::voucher));
    return stages;
  }

  /** Without a reader nobody is asked whether to use it. */
  private static Map<String, String> known(Site site) {
    return site.readable().contains(Credential.IDENTITY_DOCUMENT) ? Map.of() : Map.of(HOW, "keys");
  }

  private Optional<Form> form(Site site) {
    return site.form(task.voucher());
  }

  private Optional<Commitment> consent(Site site) {
    return Optional.ofNullable(site.region().commitments().get(task.voucher()));
  }
}
