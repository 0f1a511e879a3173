package org.inkseal.report;

import java.util.Optional;

/**
 * Something by which a person is known, as somebody says who looked at it (CAWG identity assertion 1.3 §8.1.2.5). Texts are
 * those of the credential, and not safe to print as they are.
 *
 * @param type what it is, such as {@code cawg.social_media}
 * @param name the name of the person there, if it is told
 * @param account the name of the account, the address of the wallet or site, if there is one
 * @param provider where it is, or who looked at it
 */
public record VerifiedIdentity(String type, Optional<String> name, Optional<String> account, String provider) {}
