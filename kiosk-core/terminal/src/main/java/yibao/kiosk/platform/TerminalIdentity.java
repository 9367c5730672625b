package yibao.kiosk.platform;

import java.util.stream.Stream;

/**
 * Who the terminal is to the platform: what the province wrote down when it admitted it.
 *
 * @param place mdtrtarea_admvs, the six-digit place code of the pool in which it stands
 * @param organisation fixmedins_code, twelve characters
 * @param organisationName fixmedins_name, at most twenty characters
 * @param operator opter, at most twenty characters so that it also fits opter_no
 * @param operatorName opter_name
 * @param device dev_no
 * @param mac the network card's address, at most twenty characters
 * @param ip the terminal's address in the hall's network, at most twenty characters
 */
public record TerminalIdentity(
    String place,
    String organisation,
    String organisationName,
    String operator,
    String operatorName,
    String device,
    String mac,
    String ip) {

  public TerminalIdentity {
    demand(place.matches("\\d{6}"), "place has six digits");
    demand(organisation.length() == 12, "organisation has twelve characters");
    demand(organisationName.length() <= 20, "organisationName has at most twenty characters");
    demand(
        Stream.of(operator, mac, ip).allMatch(it -> it.length() <= 20),
        "operator, mac and ip have at most twenty characters");
    demand(device.length() <= 100, "device has at most a hundred characters");
  }

  private static void demand(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
