package org.answerline.platform.config;

import java.util.List;

/** The settings of guests, who ask without an account. */
public final class GuestSettings {
    private static final int MOST_DAYS = 400;

    /** {@code on} or {@code off}. */
    public static final Setting<String> GUESTS = SettingTypes.choice("SUPPORT_GUESTS", List.of("off", "on"))
            .byDefault("off")
            .rule(GuestSettings::canSignInHere, "guests.container")
            .documented(
                    "on: visitors may ask without an account, with a name and an e-mail address: [guests.md](guests.md)");

    /** Days. */
    public static final Setting<Integer> DAYS = SettingTypes.wholeNumber("SUPPORT_GUEST_DAYS", 1, MOST_DAYS)
            .byDefault("30")
            .documented(
                    "a guest is erased with the conversation when this number of days has passed since the last visit or"
                            + " message, 1 to " + MOST_DAYS);

    private GuestSettings() {}

    /** Whether visitors may ask without an account. */
    public static boolean areOn(Settings settings) {
        return settings.get(GUESTS).equals("on");
    }

    /** Behind a proxy that signs everybody in there are no visitors. */
    private static boolean canSignInHere(Settings settings) {
        return !areOn(settings) || settings.get(SignInSettings.KIND) != SignInKind.CONTAINER;
    }
}
