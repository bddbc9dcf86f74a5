package org.answerline.account.user;

import java.util.Map;

/**
 * What a site says of its user.
 *
 * @param email empty if the site has no address
 * @param emailVerified whether the site says that the address is the user's
 * @param language a language of the texts; null if the site names none of them
 * @param attributes what operators see, in this order
 */
public record SiteProfile(
        String fullName, String email, boolean emailVerified, String language, Map<String, String> attributes) {}
