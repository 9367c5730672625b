package yibao.kiosk.record;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A movement of the personal account 个人账户收支.
 *
 * @param day when booked
 * @param amount yuan, scale 2; negative for money going out
 * @param words what it was, as the platform words it, e.g. 划入
 */
public record AccountMovement(LocalDate day, BigDecimal amount, String words) {}
