package org.answerline.platform.config;

/** How often something may be done, on each node; 0 switches a limit off. */
public final class LimitSettings {
    /** Questions a minute. */
    public static final Setting<Integer> SUBMIT_MINUTE = SettingTypes.limit("SUPPORT_LIMIT_SUBMIT_MINUTE")
            .byDefault("20")
            .documented("questions a minute from one user; 0 switches this and the other limits off");

    /** Questions an hour. */
    public static final Setting<Integer> SUBMIT_HOUR = SettingTypes.limit("SUPPORT_LIMIT_SUBMIT_HOUR")
            .byDefault("200")
            .documented("questions an hour from one user");

    /** Questions a minute. */
    public static final Setting<Integer> SUBMIT_ADDRESS_MINUTE = SettingTypes.limit(
                    "SUPPORT_LIMIT_SUBMIT_ADDRESS_MINUTE")
            .byDefault("120")
            .documented("questions a minute from one network address");

    /** Messages a minute. */
    public static final Setting<Integer> CHAT_MINUTE = SettingTypes.limit("SUPPORT_LIMIT_TELEGRAM_MINUTE")
            .byDefault("20")
            .documented(
                    "messages a minute from one linked Telegram chat; above it the chat is paused for a minute or more,"
                            + " and the user is told which messages were not received");

    /** Messages an hour. */
    public static final Setting<Integer> CHAT_HOUR = SettingTypes.limit("SUPPORT_LIMIT_TELEGRAM_HOUR")
            .byDefault("200")
            .documented("messages an hour from one linked Telegram chat");

    /** Files a minute. */
    public static final Setting<Integer> UPLOAD_MINUTE = SettingTypes.limit("SUPPORT_LIMIT_UPLOAD_MINUTE")
            .byDefault("60")
            .documented("files a minute from one user");

    /** Files an hour. */
    public static final Setting<Integer> UPLOAD_HOUR =
            SettingTypes.limit("SUPPORT_LIMIT_UPLOAD_HOUR").byDefault("600").documented("files an hour from one user");

    /** Attempts a minute. */
    public static final Setting<Integer> OWNER_MINUTE = SettingTypes.limit("SUPPORT_LIMIT_OWNER_MINUTE")
            .byDefault("10")
            .documented("wrong owner's passwords a minute from one network address");

    /** Attempts an hour. */
    public static final Setting<Integer> OWNER_HOUR = SettingTypes.limit("SUPPORT_LIMIT_OWNER_HOUR")
            .byDefault("60")
            .documented("wrong owner's passwords an hour from one network address");

    /** E-mails an hour. */
    public static final Setting<Integer> MAIL_HOUR = SettingTypes.limit("SUPPORT_LIMIT_MAIL_HOUR")
            .byDefault("20")
            .documented("e-mails about accounts an hour that are requested from one network address");

    /** E-mails an hour. */
    public static final Setting<Integer> MAIL_RECIPIENT_HOUR = SettingTypes.limit("SUPPORT_LIMIT_MAIL_RECIPIENT_HOUR")
            .byDefault("5")
            .documented("e-mails about accounts an hour to one recipient");

    /** Accounts an hour. */
    public static final Setting<Integer> SIGN_UP_HOUR = SettingTypes.limit("SUPPORT_LIMIT_SIGN_UP_HOUR")
            .byDefault("20")
            .documented("new accounts an hour from one network address");

    /** Guests an hour. */
    public static final Setting<Integer> GUEST_HOUR = SettingTypes.limit("SUPPORT_LIMIT_GUEST_HOUR")
            .byDefault("10")
            .documented("first questions of guests an hour from one network address");

    /** Sessions an hour. */
    public static final Setting<Integer> GUEST_SESSION_HOUR = SettingTypes.limit("SUPPORT_LIMIT_GUEST_SESSION_HOUR")
            .byDefault("120")
            .documented("sessions an hour of one guest that the cookie of the conversation opens");

    /** Calls a minute. */
    public static final Setting<Integer> WEBHOOK_MINUTE = SettingTypes.limit("SUPPORT_LIMIT_WEBHOOK_MINUTE")
            .byDefault("60")
            .documented("webhook calls a minute without the right secret from one network address");

    private LimitSettings() {}
}
