package yibao.kiosk.query;

import java.util.Map;
import java.util.Optional;

/** Every certificate by the name a region's reading gives it. */
public final class Certificates {

  private static final Map<String, Certificate> BY_NAME =
      Map.of(
          "participation", new InsuredCertificate("insured-certificate"),
          "payment", new InsuredCertificate("payment-certificate"),
          "contributions", new ContributionCertificate(),
          "registration", new RegistrationForm());

  private Certificates() {}

  /** The certificate of this name; empty when it cannot be made here. */
  public static Optional<Certificate> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
