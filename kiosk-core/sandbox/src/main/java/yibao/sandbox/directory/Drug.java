package yibao.sandbox.directory;

import java.util.Optional;

/**
 * An entry of the drug list 药品目录.
 *
 * @param code med_list_codg
 * @param name generic name
 * @param form dosage form
 * @param spec specification
 * @param level chrgitm_lv: 01 甲类, 02 乙类
 * @param limit what it is paid for; empty: no limit
 */
public record Drug(
    String code, String name, String form, String spec, String level, Optional<String> limit) {}
