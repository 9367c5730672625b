package yibao.kiosk.record;

import java.time.LocalDate;

/**
 * A stay in hospital that has not been settled 在院.
 *
 * @param institution where
 * @param from day of admission
 */
public record HospitalStay(String institution, LocalDate from) {}
