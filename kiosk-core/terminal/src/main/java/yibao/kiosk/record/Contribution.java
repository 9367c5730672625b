package yibao.kiosk.record;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Contributions paid for a run of months 缴费记录.
 *
 * @param kind insurance kind
 * @param from first month
 * @param to last month, not before {@code from}
 * @param arrived whether the money has arrived 到账
 * @param type what was paid, as the platform words it, e.g. 正常应缴
 * @param amount yuan over the whole run, scale 2; empty where the platform does not say
 */
public record Contribution(
    InsuranceKind kind,
    YearMonth from,
    YearMonth to,
    boolean arrived,
    String type,
    Optional<BigDecimal> amount) {}
