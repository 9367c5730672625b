package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An institution where a person's 门诊慢特病 is treated 人员定点.
 *
 * @param name its name, e.g. 白塔东路医院
 * @param from first day
 * @param to last day; empty while open
 */
public record DesignatedInstitution(String name, LocalDate from, Optional<LocalDate> to) {}
