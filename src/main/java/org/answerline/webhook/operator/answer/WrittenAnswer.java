package org.answerline.webhook.operator.answer;

import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.telegram.text.FormattedText;

/** The parts of a message in the operators' chat that may be sent to a user. */
public record WrittenAnswer(
        long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<IncomingFile> enclosed) {}
