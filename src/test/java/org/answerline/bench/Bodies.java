package org.answerline.bench;

/** The JSON that is sent: as short or long as people write, each with a number of its own. */
final class Bodies {

    /** The first chat of the people whom {@link Population} makes. */
    static final long FIRST_CHAT = 10_000_000;

    /** The operator's chat. */
    static final long OPERATOR = 500;

    private static final String WORDS =
            "Hello, I ordered two lamps on Monday and the second one came without its shade."
                    + " Could you send it after, or shall I return the whole parcel?";

    private Bodies() {}

    /** Somebody in a linked chat writes. */
    static String userMessage(long number, int people) {
        long chat = FIRST_CHAT + 1 + number % people;
        return """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Anna",\
                "language_code":"en"},"chat":{"id":%d,"first_name":"Anna","type":"private"},"date":1790000000,\
                "text":"%s (%d)"}}"""
                .formatted(number, number, chat, chat, WORDS, number);
    }

    /** The operator presses Reply on a notice; the words say when. */
    static String operatorReply(long number, long notice) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Olga",\
                "language_code":"en"},"chat":{"id":%d,"first_name":"Olga","type":"private"},"date":1790000000,\
                "reply_to_message":{"message_id":%d,"from":{"id":1000001,"is_bot":true,"first_name":"Answerline"},\
                "chat":{"id":%d,"first_name":"Olga","type":"private"},"date":1789990000,"text":"A question"},\
                "text":"We send the shade today, no need to return anything. %s"}}"""
                .formatted(number, number, OPERATOR, OPERATOR, notice, OPERATOR, Travel.mark());
    }

    /** The widget submits. */
    static String submission(long number) {
        return "{\"subject\":\"The shade\",\"message\":\"%s (%d)\"}".formatted(WORDS, number);
    }
}
