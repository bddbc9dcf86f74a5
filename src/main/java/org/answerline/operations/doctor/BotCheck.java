package org.answerline.operations.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.client.BotUser;

/** Whether Telegram can be reached and accepts the token, and whether its clock agrees with ours. */
final class BotCheck implements Check {

    @Override
    public List<Finding> of(Installation installation) {
        try {
            Instant asked = installation.clock().instant();
            BotApiResponse<BotUser> answer = installation.bot().me();
            List<Finding> findings = new ArrayList<>();
            findings.add(username(installation.settings().configured(TelegramSettings.BOT_USERNAME), answer.result()));
            answer.answeredAt()
                    .ifPresent(told ->
                            findings.add(clock(asked, told, installation.clock().instant())));
            return findings;
        } catch (BotApiException.TokenRefused refused) {
            return List.of(Finding.failed("bot.token_refused", refused.getMessage()));
        } catch (BotApiException fault) {
            return List.of(Finding.failed("bot.unreachable", fault.getMessage()));
        }
    }

    private static Finding username(Optional<String> configured, BotUser bot) {
        String name = configured.orElse(bot.username());
        return name.equalsIgnoreCase(bot.username())
                ? Finding.ok("bot.known", bot.username())
                : Finding.failed("bot.other_name", name, bot.username());
    }

    /** Telegram's clock gives whole seconds, which is precise enough. */
    static Finding clock(Instant asked, Instant told, Instant read) {
        Duration difference = ClockDifference.of(asked, told, read);
        Severity severity = ClockDifference.severity(difference);
        return severity == Severity.OK
                ? Finding.ok("clock.right")
                : new Finding("clock.wrong", severity, List.of(difference.toSeconds()));
    }
}
