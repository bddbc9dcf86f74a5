package org.answerline.site.support;

import org.answerline.site.form.QuestionFields;

/**
 * What the support page of a user shows.
 *
 * @param heading the page's title
 * @param position where the page's event stream begins
 * @param outOfReach whether questions cannot reach an operator now
 * @param linked whether the user has linked Telegram
 * @param blocked whether the user has blocked the bot there
 * @param closed whether the team has closed the conversation, which the next question opens again
 * @param rating what the user may think of the closed conversation; null if it is not closed, or ratings are off
 * @param refusal says that support accepts no messages from the user, whom it has blocked; null if it accepts them
 * @param returning says how a guest comes back to the conversation; null for a user with an account
 * @param takeAlong whether the user can take along a conversation that was begun as a guest
 * @param sent whether a question was just sent
 * @param typedBefore whether the form holds what was typed before signing in
 */
public record SupportView(
        String heading,
        ConversationView conversation,
        String position,
        QuestionFields question,
        boolean outOfReach,
        boolean linked,
        boolean blocked,
        boolean closed,
        RatingView rating,
        String refusal,
        String returning,
        boolean takeAlong,
        boolean sent,
        boolean typedBefore) {}
