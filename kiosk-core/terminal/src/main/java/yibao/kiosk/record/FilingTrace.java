package yibao.kiosk.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What the terminal remembers of a filing without anything of the person.
 *
 * @param key idempotency key
 * @param region id of the region of its item
 * @param item printed number of its item
 * @param state where it stood when last heard of
 * @param number the platform's number 受理号
 * @param submittedAt when it was committed to disk here
 * @param purged whether the person's part is deleted
 */
public record FilingTrace(
    FilingKey key,
    String region,
    int item,
    FilingState state,
    Optional<String> number,
    Instant submittedAt,
    boolean purged) {}
