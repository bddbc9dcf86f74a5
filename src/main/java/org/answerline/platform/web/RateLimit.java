package org.answerline.platform.web;

import java.time.Duration;
import java.util.List;

/** What is counted for each caller, and how much of it is usual; each number is a setting, where 0 is off. */
public enum RateLimit {
    /** Questions of one user, by the form and the API together. */
    SUBMIT(minute("SUPPORT_LIMIT_SUBMIT_MINUTE", 20), hour("SUPPORT_LIMIT_SUBMIT_HOUR", 200)),
    /** Questions from one address, which a whole office may share. */
    SUBMIT_ADDRESS(minute("SUPPORT_LIMIT_SUBMIT_ADDRESS_MINUTE", 120)),
    /** Messages that one linked Telegram chat writes; an album is one. */
    TELEGRAM(minute("SUPPORT_LIMIT_TELEGRAM_MINUTE", 20), hour("SUPPORT_LIMIT_TELEGRAM_HOUR", 200)),
    /** Files of one user; a question takes up to ten. */
    UPLOAD(minute("SUPPORT_LIMIT_UPLOAD_MINUTE", 60), hour("SUPPORT_LIMIT_UPLOAD_HOUR", 600)),
    /** New accounts from one address. */
    SIGN_UP(hour("SUPPORT_LIMIT_SIGN_UP_HOUR", 20)),
    /** E-mails that somebody asks for from one address of the network, to whomever they go. */
    MAIL(hour("SUPPORT_LIMIT_MAIL_HOUR", 20)),
    /** E-mails to one address, or of one account, whoever asks for them. */
    MAIL_RECIPIENT(hour("SUPPORT_LIMIT_MAIL_RECIPIENT_HOUR", 5)),
    /** Calls of the webhook from one address without the right secret. */
    WEBHOOK(minute("SUPPORT_LIMIT_WEBHOOK_MINUTE", 60)),
    /** Wrong tries at the owner's password from one address. */
    OWNER(minute("SUPPORT_LIMIT_OWNER_MINUTE", 10), hour("SUPPORT_LIMIT_OWNER_HOUR", 60));

    /** So many in such a time unless the setting of this name says otherwise. */
    public record Allowance(String setting, int usual, Duration time) {}

    private final List<Allowance> allowances;

    RateLimit(Allowance... allowances) {
        this.allowances = List.of(allowances);
    }

    /** All of them hold at once. */
    public List<Allowance> allowances() {
        return allowances;
    }

    private static Allowance minute(String setting, int usual) {
        return new Allowance(setting, usual, Duration.ofMinutes(1));
    }

    private static Allowance hour(String setting, int usual) {
        return new Allowance(setting, usual, Duration.ofHours(1));
    }
}
