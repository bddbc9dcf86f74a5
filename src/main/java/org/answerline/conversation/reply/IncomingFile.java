package org.answerline.conversation.reply;

import java.util.Optional;
import org.answerline.attachment.TelegramFile;

/**
 * A file that came with a Telegram message.
 *
 * @param album Telegram's media_group_id, if the file is part of an album
 */
public record IncomingFile(TelegramFile file, Optional<String> album) {}
