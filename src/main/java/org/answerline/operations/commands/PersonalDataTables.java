package org.answerline.operations.commands;

import java.time.Clock;
import java.util.List;
import org.answerline.account.ExternalIdentities;
import org.answerline.account.SignInFailures;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.draft.DraftRows;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.mail.AnswerMailRows;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.message.NoticeRows;
import org.answerline.conversation.rating.RatingRows;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.UserDeliveries;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.privacy.AccountExport;
import org.answerline.privacy.Erasure;
import org.answerline.privacy.TelegramCopies;
import org.answerline.privacy.UserData;
import org.answerline.privacy.UserExport;
import org.answerline.webhook.FailedUpdates;

/** Puts together by hand what CDI puts together in the server. */
final class PersonalDataTables {

    private PersonalDataTables() {}

    static UserExport export(JdbcClient database) {
        return new UserExport(
                database,
                new AccountExport(
                        new UserRows(database),
                        new ExternalIdentities(database),
                        new TelegramLinkRows(database),
                        new AnswerMailRows(database),
                        new RatingRows(database),
                        new DraftRows(database)),
                new MessageRows(database),
                new AttachmentRows(database));
    }

    static Erasure erasure(JdbcClient database, Clock clock) {
        var messages = new MessageRows(database);
        var links = new TelegramLinkRows(database);
        var deliveries = new UserDeliveries(database);
        return new Erasure(
                new UserData(new UserRows(database), messages, new DraftRows(database), new AttachmentRows(database)),
                new TelegramCopies(links, messages, new NoticeRows(database), deliveries),
                new DeliveryRows(database),
                List.of(
                        deliveries,
                        new FailedUpdates(database, clock),
                        new SignInFailures(database, clock),
                        new GivenHints(database),
                        links));
    }
}
