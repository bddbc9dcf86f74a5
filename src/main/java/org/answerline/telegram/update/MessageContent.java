package org.answerline.telegram.update;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.answerline.telegram.LenientJson;

/**
 * Classifies a message: text, other content that a person sent, or a service message.
 *
 * <p>New kinds of messages come with every version of the Bot API. A message that is not a known service message counts as sent by a
 * person, who gets an answer.
 *
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
final class MessageContent {

    /** Members of service messages, to which nobody expects an answer. */
    private static final Set<String> SERVICE = Set.of(
            "new_chat_members",
            "new_chat_member",
            "new_chat_participant",
            "left_chat_member",
            "left_chat_participant",
            "chat_owner_left",
            "chat_owner_changed",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "channel_chat_created",
            "message_auto_delete_timer_changed",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "pinned_message",
            "successful_payment",
            "refunded_payment",
            "user_shared",
            "users_shared",
            "chat_shared",
            "gift",
            "unique_gift",
            "gift_upgrade_sent",
            "connected_website",
            "write_access_allowed",
            "passport_data",
            "proximity_alert_triggered",
            "boost_added",
            "chat_background_set",
            "checklist_tasks_done",
            "checklist_tasks_added",
            "direct_message_price_changed",
            "paid_message_price_changed",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened",
            "general_forum_topic_hidden",
            "general_forum_topic_unhidden",
            "giveaway_created",
            "giveaway_completed",
            "managed_bot_created",
            "poll_option_added",
            "poll_option_deleted",
            "suggested_post_approved",
            "suggested_post_approval_failed",
            "suggested_post_declined",
            "suggested_post_paid",
            "suggested_post_refunded",
            "video_chat_scheduled",
            "video_chat_started",
            "video_chat_ended",
            "video_chat_participants_invited",
            "voice_chat_scheduled",
            "voice_chat_started",
            "voice_chat_ended",
            "voice_chat_participants_invited",
            "web_app_data");

    /** Content that comes together with a text. */
    private static final List<String> BESIDE_TEXT = List.of("game", "photo", "video", "animation", "document");

    /** Members that are no content, or content without text. */
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "from",
            "chat",
            "sender_chat",
            "sender_business_bot",
            "direct_messages_topic",
            "forward_origin",
            "forward_from",
            "forward_from_chat",
            "reply_to_message",
            "external_reply",
            "quote",
            "reply_to_story",
            "via_bot",
            "guest_bot_caller_user",
            "guest_bot_caller_chat",
            "link_preview_options",
            "suggested_post_info",
            "reply_markup",
            "audio",
            "video",
            "document",
            "animation",
            "voice",
            "video_note",
            "sticker",
            "game",
            "story",
            "contact",
            "dice",
            "venue",
            "location",
            "invoice",
            "giveaway",
            "giveaway_winners",
            "paid_media",
            "live_photo");

    private MessageContent() {}

    /** The text or the caption, else the text inside the content (of a rich message, a poll, or a kind that is not known yet). */
    static Optional<String> text(LenientJson message) {
        return ownText(message).or(() -> isService(message) ? Optional.empty() : inside(message));
    }

    /** The text or the caption. */
    static Optional<String> ownText(LenientJson message) {
        return message.text("text").or(() -> message.text("caption"));
    }

    /** Whether it carries something other than its text. */
    static boolean isMedia(LenientJson message) {
        return message.has("text") ? BESIDE_TEXT.stream().anyMatch(message::has) : !isService(message);
    }

    /** Whether it is a service message. */
    static boolean isService(LenientJson message) {
        return message.text("text").isEmpty()
                && message.text("caption").isEmpty()
                && SERVICE.stream().anyMatch(message::has);
    }

    private static Optional<String> inside(LenientJson message) {
        Stream<JsonObject> contents = message.json().entrySet().stream()
                .filter(member -> !WITHOUT_TEXT.contains(member.getKey()) && member.getValue() instanceof JsonObject)
                .map(member -> member.getValue().asJsonObject());
        return contents.map(NestedText::of).filter(text -> !text.isEmpty()).findFirst();
    }

    /** The topic whose creation a message reports. */
    static Optional<Message.NewTopic> newTopic(LenientJson wire) {
        Optional<String> name = wire.object("forum_topic_created").flatMap(topic -> topic.text("name"));
        return name.flatMap(text -> wire.number("message_thread_id").map(id -> new Message.NewTopic(id, text)));
    }

    /** Who created the topic of a message that is not a Reply: it formally replies to the message that reports the creation. */
    static Optional<Long> topicCreator(LenientJson wire) {
        return wire.object("reply_to_message")
                .filter(original -> original.has("forum_topic_created"))
                .flatMap(original -> original.object("from"))
                .flatMap(from -> from.number("id"));
    }
}
