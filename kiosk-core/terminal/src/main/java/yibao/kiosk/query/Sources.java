package yibao.kiosk.query;

import yibao.kiosk.platform.Enquiries;
import yibao.kiosk.platform.Platform;

/**
 * Who answers queries.
 *
 * @param platform knows people and their contributions
 * @param enquiries knows the rest
 */
public record Sources(Platform platform, Enquiries enquiries) {}
