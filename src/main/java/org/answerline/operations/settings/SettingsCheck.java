package org.answerline.operations.settings;

import java.util.List;
import java.util.stream.Stream;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.ServerSettings;
import org.answerline.platform.config.SettingCatalogue;
import org.answerline.platform.config.SettingProblem;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.text.Texts;

/** Checks the settings before anything starts; the checks themselves are in the definitions of the settings. */
public final class SettingsCheck {
    private SettingsCheck() {}

    /** Uses the owner's own texts, if nothing is wrong with them; before the other settings are checked, because they may add a language. */
    public static void installTexts(Settings settings) {
        if (LookSettings.TEXTS.problems(settings).isEmpty()) {
            settings.configured(LookSettings.TEXTS).ifPresent(Texts::install);
        }
    }

    /** What makes a start impossible. */
    public static List<SettingProblem> problems(Settings settings) {
        return SettingCatalogue.all().stream()
                .flatMap(setting -> setting.problems(settings).stream())
                .toList();
    }

    /** The settings of the database that are missing; a process without a server's data source needs them all. */
    public static List<SettingProblem> databaseProblems(Settings settings) {
        return ServerSettings.DATABASE.stream()
                .filter(setting -> !settings.isSet(setting))
                .map(setting -> setting.missing())
                .toList();
    }

    /** What works but should not stay as it is. */
    public static List<SettingProblem> warnings(Settings settings) {
        boolean open = !settings.isSet(TelegramSettings.WEBHOOK_SECRET) && !settings.isSet(SiteSettings.PUBLIC_URL);
        String name = TelegramSettings.WEBHOOK_SECRET.name();
        Stream<SettingProblem> webhook =
                open ? Stream.of(new SettingProblem(name, "webhook_secret.open", List.of(name))) : Stream.empty();
        return Stream.concat(webhook, guestWarnings(settings)).toList();
    }

    /** Without e-mails a guest's conversation is in one browser only, and a browser without scripts cannot send a question. */
    private static Stream<SettingProblem> guestWarnings(Settings settings) {
        String name = GuestSettings.GUESTS.name();
        return GuestSettings.areOn(settings) && !settings.isSet(MailSettings.HOST)
                ? Stream.of(new SettingProblem(name, "guests.no_mail", List.of(name)))
                : Stream.empty();
    }
}
