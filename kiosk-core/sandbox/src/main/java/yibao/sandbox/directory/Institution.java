package yibao.sandbox.directory;

/**
 * A designated institution 定点医药机构.
 *
 * @param code fixmedins_code
 * @param name fixmedins_name
 * @param type fixmedins_type: 1 hospital, 2 pharmacy
 * @param level hospital level in words
 * @param place six-digit place code
 * @param address where it is
 * @param online whether it settles for people of other provinces
 */
public record Institution(
    String code,
    String name,
    String type,
    String level,
    String place,
    String address,
    boolean online) {}
