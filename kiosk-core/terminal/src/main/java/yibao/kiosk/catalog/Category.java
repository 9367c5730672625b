package yibao.kiosk.catalog;

import java.util.Optional;

/**
 * A 主项 of a published list.
 *
 * @param name as printed, with its ordinal
 * @param code 主项编码; absent where the list prints none
 */
public record Category(String name, Optional<String> code) {}
