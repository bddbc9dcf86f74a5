package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The numbers by which people know questions. */
@ApplicationScoped
public class QuestionNumbers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private JdbcClient database;

    /** The question with this number. */
    public Optional<SupportMessage> numbered(long number) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.number = :number and m.fromAdmin = false",
                        SupportMessage.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Whether a question ever had this number, though it may be deleted since. */
    public boolean wasGiven(long number) {
        return (Boolean) entities.createNativeQuery(
                        "select is_called and last_value >= cast(?1 as bigint) from question_numbers")
                .setParameter(1, number)
                .getSingleResult();
    }

    /** The number of a user's first question that is still stored. */
    public Optional<Long> firstNumber(long userId) {
        return database.first(
                row -> row.getLong(1),
                """
                select question_number from support_messages
                where user_id = ? and question_number is not null order by id limit 1
                """,
                userId);
    }
}
