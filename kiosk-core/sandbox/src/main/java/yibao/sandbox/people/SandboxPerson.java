package yibao.sandbox.people;

import java.util.Optional;

/**
 * One invented person.
 *
 * @param id slug by which tests and the simulation calls name the person, e.g. {@code qh-employee}
 * @param region id of the region in whose hall the person is of use
 * @param goodFor what the person is good for testing, in Chinese
 * @param card what the chip of their identity document says
 * @param socialSecurityCard their social-security card, if they have one
 * @param platform what the platform knows of them; empty when it knows nothing
 */
public record SandboxPerson(
    String id,
    String region,
    String goodFor,
    IdentityDocument card,
    Optional<SocialSecurityCard> socialSecurityCard,
    Optional<PlatformRecord> platform) {}
