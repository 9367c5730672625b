package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A referral to another hospital that the referring one put on record 转院备案.
 *
 * @param institution where to
 * @param day when referred
 * @param from first day on which it holds
 * @param to last day; empty while open
 */
public record Referral(String institution, LocalDate day, LocalDate from, Optional<LocalDate> to) {}
