package org.answerline.platform.web;

import java.time.Duration;
import java.util.List;
import org.answerline.platform.config.LimitSettings;
import org.answerline.platform.config.Setting;

/** What is counted for each caller, and how much of it is usual; each number is a setting, where 0 is off. */
public enum RateLimit {
    /** Questions of one user, by the form and the API together. */
    SUBMIT(minute(LimitSettings.SUBMIT_MINUTE), hour(LimitSettings.SUBMIT_HOUR)),
    /** Questions from one address, which a whole office may share. */
    SUBMIT_ADDRESS(minute(LimitSettings.SUBMIT_ADDRESS_MINUTE)),
    /** Messages that one linked Telegram chat writes; an album is one. */
    TELEGRAM(minute(LimitSettings.CHAT_MINUTE), hour(LimitSettings.CHAT_HOUR)),
    /** Files of one user; a question takes up to ten. */
    UPLOAD(minute(LimitSettings.UPLOAD_MINUTE), hour(LimitSettings.UPLOAD_HOUR)),
    /** New accounts from one address. */
    SIGN_UP(hour(LimitSettings.SIGN_UP_HOUR)),
    /** First questions of guests from one address. */
    GUEST(hour(LimitSettings.GUEST_HOUR)),
    /** Sessions of one guest that the key in a cookie opens. */
    GUEST_SESSION(hour(LimitSettings.GUEST_SESSION_HOUR)),
    /** E-mails that are asked for from one network address, whatever their recipients. */
    MAIL(hour(LimitSettings.MAIL_HOUR)),
    /** E-mails to one recipient or of one account, whatever network address asks for them. */
    MAIL_RECIPIENT(hour(LimitSettings.MAIL_RECIPIENT_HOUR)),
    /** Calls of the webhook from one address without the right secret. */
    WEBHOOK(minute(LimitSettings.WEBHOOK_MINUTE)),
    /** Wrong tries at the owner's password from one address. */
    OWNER(minute(LimitSettings.OWNER_MINUTE), hour(LimitSettings.OWNER_HOUR));

    /** The setting says how many are allowed in this time. */
    public record Allowance(Setting<Integer> setting, Duration time) {}

    private final List<Allowance> allowances;

    RateLimit(Allowance... allowances) {
        this.allowances = List.of(allowances);
    }

    /** All of them hold at once. */
    public List<Allowance> allowances() {
        return allowances;
    }

    private static Allowance minute(Setting<Integer> setting) {
        return new Allowance(setting, Duration.ofMinutes(1));
    }

    private static Allowance hour(Setting<Integer> setting) {
        return new Allowance(setting, Duration.ofHours(1));
    }
}
