package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a citizen hands in for one filing, complete and unsent.
 *
 * @param key idempotency key
 * @param region id of the region whose list the item stands in
 * @param item printed number 子项序号 in that list
 * @param operation what is filed, in the region pack's word, e.g. {@code relocation}; the
 *     province's profile maps it
 * @param personNumber platform key of the person it is for
 * @param personName name of the person it is for
 * @param certificateNumber their document number
 * @param insuredPlace six-digit place code of the insurance chosen
 * @param insurance insurance kind chosen
 * @param values form values by field name, as the form defines them
 * @param commitment the promise that stands in for documents, where one was made
 * @param signature the signature as JSON, where one was asked for: vector strokes, or what was
 *     confirmed in their place
 * @param attachments scans that go with it, in the order of the material list; the store holds
 *     their bytes
 * @param filedOn day on which the citizen pressed 提交
 */
public record FilingDraft(
    FilingKey key,
    String region,
    int item,
    String operation,
    String personNumber,
    String personName,
    String certificateNumber,
    String insuredPlace,
    InsuranceKind insurance,
    Map<String, String> values,
    Optional<SignedCommitment> commitment,
    Optional<String> signature,
    List<Attachment> attachments,
    LocalDate filedOn) {

  public FilingDraft {
    values = Map.copyOf(values);
    attachments = List.copyOf(attachments);
  }

  /** A draft that no scan goes with. */
  public FilingDraft(
      FilingKey key,
      String region,
      int item,
      String operation,
      String personNumber,
      String personName,
      String certificateNumber,
      String insuredPlace,
      InsuranceKind insurance,
      Map<String, String> values,
      Optional<SignedCommitment> commitment,
      Optional<String> signature,
      LocalDate filedOn) {
    this(
        key,
        region,
        item,
        operation,
        personNumber,
        personName,
        certificateNumber,
        insuredPlace,
        insurance,
        values,
        commitment,
        signature,
        List.of(),
        filedOn);
  }

  @Override
  public String toString() {
    return "FilingDraft[" + key + ", " + region + " " + item + " " + operation + "]";
  }
}
