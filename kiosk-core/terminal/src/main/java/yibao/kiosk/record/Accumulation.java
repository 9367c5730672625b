package yibao.kiosk.record;

import java.math.BigDecimal;

/**
 * What a year has come to so far 年度累计.
 *
 * @param year calendar year, e.g. 2026
 * @param words what is added up, in the province's words, e.g. 基金支付
 * @param amount yuan, scale 2
 */
public record Accumulation(int year, String words, BigDecimal amount) {}
