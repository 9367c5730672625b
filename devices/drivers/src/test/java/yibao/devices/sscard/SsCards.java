package yibao.devices.sscard;

import java.time.LocalDate;
import yibao.simulators.sscard.SocialSecurityCardContent;

/** Cards of invented people. */
final class SsCards {
  private SsCards() {}

  static SocialSecurityCardContent of(String version, String name) {
    return new SocialSecurityCardContent(
        "63010000D15600000500000000000001",
        "000000000000000000000000",
        version,
        LocalDate.of(2019, 3, 1),
        LocalDate.of(2029, 3, 1),
        "A12345678",
        "11010519491231002X",
        name,
        "2",
        "04",
        LocalDate.of(1949, 12, 31),
        "123456");
  }
}
