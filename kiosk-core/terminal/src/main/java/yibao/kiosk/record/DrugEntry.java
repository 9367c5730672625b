package yibao.kiosk.record;

import java.util.Optional;

/**
 * An entry of the drug list 医保药品目录.
 *
 * @param code national code
 * @param name generic name
 * @param form dosage form
 * @param spec specification, e.g. 30mg*7
 * @param level 甲类 or 乙类, in words
 * @param limit what it is paid for 限定支付范围; empty: no limit
 */
public record DrugEntry(
    String code, String name, String form, String spec, String level, Optional<String> limit) {}
