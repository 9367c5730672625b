package yibao.kiosk.record;

/**
 * A commitment 承诺书 as it was accepted: which text, exactly.
 *
 * @param id the text's id in the region pack
 * @param version the text's version as printed on it
 * @param digest SHA-256 of the text shown, lower-case hexadecimal
 */
public record SignedCommitment(String id, String version, String digest) {}
