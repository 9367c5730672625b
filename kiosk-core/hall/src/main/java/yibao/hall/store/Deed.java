package yibao.hall.store;

import java.time.Instant;

/**
 * Something somebody did at the monitor; the record is only ever added to.
 *
 * @param by staff number, as it was given
 * @param what stable word, e.g. {@code alarm.acknowledged}
 * @param subject what it was done to; "" where that is nothing in particular
 * @param outcome stable word, e.g. {@code ok}, {@code refused}
 */
public record Deed(Instant at, String by, String what, String subject, String outcome) {}
