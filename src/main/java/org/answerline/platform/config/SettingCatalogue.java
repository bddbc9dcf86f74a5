package org.answerline.platform.config;

import java.util.List;
import java.util.stream.Stream;

/** All settings, in the order of the settings tables, each of which is in docs/operating.md, docs/look.md or docs/sign-in.md. */
public final class SettingCatalogue {
    /** The table in docs/operating.md. */
    public static final List<Setting<?>> GENERAL = List.of(
            TelegramSettings.BOT_TOKEN,
            TelegramSettings.OPERATOR_CHAT,
            ServerSettings.DATABASE_URL,
            ServerSettings.DATABASE_USER,
            ServerSettings.DATABASE_PASSWORD,
            ServerSettings.START_WAIT,
            SiteSettings.PUBLIC_URL,
            TelegramSettings.WEBHOOK_SECRET,
            TelegramSettings.BOT_USERNAME,
            SiteSettings.LANGUAGE,
            SiteSettings.OWNER_PASSWORD,
            SignInSettings.KIND,
            SignInSettings.SIGN_UP,
            GuestSettings.GUESTS,
            GuestSettings.DAYS,
            IdentitySettings.SECRETS,
            IdentitySettings.KEY_SET,
            MailSettings.ALARM_ADDRESS,
            MailSettings.ANSWER_MINUTES,
            MailSettings.ANSWER_CONTENT,
            SiteSettings.WIDGET_ORIGINS,
            SiteSettings.FILES,
            SiteSettings.FILE_SIZE,
            SiteSettings.FILE_COUNT,
            SiteSettings.RETENTION,
            SiteSettings.OPERATOR_RECEIPTS,
            SiteSettings.SIGNATURE,
            SiteSettings.BLOCK_TOLD,
            SiteSettings.RATING,
            HoursSettings.HOURS,
            HoursSettings.TIME_ZONE,
            HoursSettings.HOLIDAYS,
            HoursSettings.REMIND_MINUTES,
            HoursSettings.DIGEST,
            TelegramSettings.OPERATOR_IDS,
            TelegramSettings.TOPICS,
            TelegramSettings.TOPIC_ANSWERS,
            SiteSettings.STREAMS,
            LimitSettings.SUBMIT_MINUTE,
            LimitSettings.SUBMIT_HOUR,
            LimitSettings.SUBMIT_ADDRESS_MINUTE,
            LimitSettings.CHAT_MINUTE,
            LimitSettings.CHAT_HOUR,
            LimitSettings.UPLOAD_MINUTE,
            LimitSettings.UPLOAD_HOUR,
            LimitSettings.OWNER_MINUTE,
            LimitSettings.OWNER_HOUR,
            LimitSettings.MAIL_HOUR,
            LimitSettings.MAIL_RECIPIENT_HOUR,
            LimitSettings.SIGN_UP_HOUR,
            LimitSettings.GUEST_HOUR,
            LimitSettings.GUEST_SESSION_HOUR,
            LimitSettings.WEBHOOK_MINUTE,
            SiteSettings.TRUSTED_PROXIES,
            SiteSettings.FRAME_ANCESTORS,
            TelegramSettings.PACE_CHAT,
            TelegramSettings.PACE_GROUP,
            TelegramSettings.PACE_TOTAL,
            TelegramSettings.CONNECT_TIMEOUT,
            TelegramSettings.ANSWER_TIMEOUT,
            TelegramSettings.UPLOAD_TIMEOUT,
            TelegramSettings.API_URL,
            TelegramSettings.LINK_URL,
            ServerSettings.HTTP_PORT);

    /** The table in docs/look.md. */
    public static final List<Setting<?>> LOOK = List.of(
            LookSettings.NAME,
            LookSettings.LOGO,
            LookSettings.COLOUR,
            LookSettings.TEXTS,
            LookSettings.HOME,
            LookSettings.IMPRINT,
            LookSettings.PRIVACY);

    /** The mail server's table in docs/sign-in.md. */
    public static final List<Setting<?>> MAIL = List.of(
            MailSettings.HOST,
            MailSettings.SECURITY,
            MailSettings.CA_FILE,
            MailSettings.PORT,
            MailSettings.USER,
            MailSettings.PASSWORD,
            MailSettings.FROM);

    /** The OpenID provider's table in docs/sign-in.md. */
    public static final List<Setting<?>> OPENID = List.of(
            SignInSettings.ISSUER, SignInSettings.CLIENT_ID, SignInSettings.CLIENT_SECRET, SignInSettings.SCOPES);

    /** The table about sign-in by a proxy in docs/sign-in.md. */
    public static final List<Setting<?>> CONTAINER =
            List.of(SignInSettings.USER_HEADER, SignInSettings.NAME_HEADER, SignInSettings.SIGN_OUT_URL);

    private SettingCatalogue() {}

    /** Every setting, once. */
    public static List<Setting<?>> all() {
        return Stream.of(GENERAL, LOOK, MAIL, OPENID, CONTAINER)
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }
}
