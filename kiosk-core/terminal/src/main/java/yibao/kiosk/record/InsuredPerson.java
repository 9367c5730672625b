package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person as the platform knows them. Never shown unmasked on a screen; {@link #toString()} names
 * nobody.
 *
 * @param personNumber the platform's own key 人员编号, never shown in full
 * @param name as the platform spells it
 * @param certificateNumber number of the identity document 证件号码
 * @param birth date of birth
 * @param phone mobile number on record
 * @param address contact address on record
 * @param insurances all relations, active or not, in the platform's order
 */
public record InsuredPerson(
    String personNumber,
    String name,
    String certificateNumber,
    LocalDate birth,
    Optional<String> phone,
    Optional<String> address,
    List<Insurance> insurances) {

  public InsuredPerson {
    insurances = List.copyOf(insurances);
  }

  /** Relations under which benefits can be claimed today. */
  public List<Insurance> activeInsurances() {
    return insurances.stream().filter(Insurance::active).toList();
  }

  @Override
  public String toString() {
    return "InsuredPerson[" + insurances + "]";
  }
}
