package org.answerline.conversation;

import java.util.Optional;
import org.answerline.attachment.TelegramFile;

/**
 * A file that came with a Telegram message.
 *
 * @param album what ties the messages of one album together, if it is part of one
 */
public record IncomingFile(TelegramFile file, Optional<String> album) {}
