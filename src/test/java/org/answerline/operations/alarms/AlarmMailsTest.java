package org.answerline.operations.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.operations.alarms.AlarmMail.AlarmKind;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.Beans;
import org.junit.jupiter.api.Test;

/** The timer fires every ten seconds, and the mail server may take minutes. */
class AlarmMailsTest {
    private static final AlarmMail CLOSED =
            new AlarmMail(AlarmKind.CHAT_CLOSED, Instant.parse("2026-03-01T12:00:00Z"), "kicked", false);

    private final Queue<AlarmMail> due = new ArrayDeque<>();
    private final List<AlarmMail> sent = new ArrayList<>();
    private final List<AlarmMail> refused = new ArrayList<>();
    private final SlowMailer mailer = new SlowMailer();
    private final AlarmMails mails;

    AlarmMailsTest() {
        try (var beans = new Beans()
                .setting("SUPPORT_ALARM_EMAIL", "owner@example.org")
                .with(Mailer.class, mailer)
                .with(Alarms.class, new NoAlarms())
                .with(AlarmRows.class, new DueRows())
                .with(OperatorChat.class, new EnglishChat())) {
            mails = beans.get(AlarmMails.class);
        }
    }

    @Test
    void theNextRunWaitsUntilTheMailServerHasReplied() {
        due.add(CLOSED);
        mails.send();
        assertEquals(2, mailer.sent, "both, one after the other");
        due.add(CLOSED);
        mails.send();
        assertEquals(3, mailer.sent, "later runs go on");
    }

    @Test
    void whatTheMailServerDoesNotAcceptIsTriedAgain() {
        mailer.refusal = new MessagingException("451 try again later");
        due.add(CLOSED);
        mails.send();
        assertEquals(List.of(CLOSED), refused);
        assertEquals(List.of(), sent);
        assertEquals(0, mailer.sent);
    }

    /** While it sends the first one, the alarm becomes due again and the timer fires. */
    private final class SlowMailer extends Mailer {
        private int sent;
        private MessagingException refusal;

        @Override
        public boolean isSet() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) throws MessagingException {
            if (refusal != null) {
                throw refusal;
            }
            sent++;
            if (sent == 1) {
                due.add(CLOSED);
                mails.send();
                assertEquals(1, due.size(), "only the first run sends");
            }
        }
    }

    private final class DueRows extends AlarmRows {
        @Override
        void begin(AlarmKind alarm, Instant since, String reason) {}

        @Override
        void endOthers(Optional<AlarmKind> current) {}

        @Override
        Optional<AlarmMail> takeDue() {
            return Optional.ofNullable(due.poll());
        }

        @Override
        void markSent(AlarmMail mailMessage) {
            sent.add(mailMessage);
        }

        @Override
        void markRefused(AlarmMail mailMessage) {
            refused.add(mailMessage);
        }

        @Override
        Optional<Instant> lateSince() {
            return Optional.empty();
        }
    }

    private static final class NoAlarms extends Alarms {
        @Override
        public Optional<Alarm> lasting(long chatId) {
            return Optional.empty();
        }
    }

    private static final class EnglishChat extends OperatorChat {
        @Override
        public long id() {
            return 500;
        }

        @Override
        public Texts texts() {
            return Texts.in("en");
        }
    }
}
