package yibao.kiosk.query;

import java.util.Map;
import java.util.Optional;

/** Every query by the name a region's reading gives it. */
public final class Queries {

  private static final Map<String, Query> BY_NAME =
      Map.of(
          "insurance", new InsuranceQuery(),
          "contributions", new ContributionsQuery(),
          "account", new AccountQuery(),
          "settlements", new SettlementsQuery(),
          "relocations", new RelocationsQuery(),
          "chronic", new ChronicQuery(),
          "institutions", new InstitutionsQuery(),
          "drugs", new DrugsQuery(),
          "filings", new FilingsQuery(),
          "progress", new ProgressQuery());

  private Queries() {}

  /** The query of this name; empty when no such question can be asked here. */
  public static Optional<Query> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
