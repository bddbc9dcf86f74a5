package org.answerline.site.api;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.answerline.platform.text.JsonReaders;
import org.answerline.platform.web.PercentEncoding;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.problem.ProblemException;

/**
 * A JSON object read from a request: at most 64 KiB, whatever the sender says about its length.
 *
 * <p>JSON-B makes the object, but only of text that was checked before: on text that ends inside of a member it does not know, Yasson
 * never returns, and it ignores what follows the object (decision 36).
 */
final class JsonBody {
    private static final int LIMIT = 64 * 1024;
    private static final int DEEPEST = 100;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private JsonBody() {}

    /**
     * Reads it in the charset that the sender names, or else in UTF-8, as JSON between programs should be.
     *
     * @throws ProblemException 413 if it is too large, 400 if it is not one object
     */
    static <T> T read(InputStream body, String charset, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ProblemException(TOO_LARGE, "The body may have at most 64 KiB");
        }
        return parse(bytes, charset(charset), type);
    }

    static <T> T parse(byte[] bytes, Charset charset, Class<T> type) {
        try {
            String text = text(bytes, charset);
            checkSyntax(text);
            return ApiJson.read(text, type);
        } catch (CharacterCodingException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not " + charset);
        } catch (JsonException | NoSuchElementException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not JSON");
        } catch (JsonbException e) {
            throw new ProblemException(BAD_REQUEST, "The body has a value that cannot be read");
        }
    }

    private static void checkSyntax(String text) {
        try (JsonParser parser = JsonReaders.createParser(new StringReader(text))) {
            if (parser.next() != Event.START_OBJECT) {
                throw new ProblemException(BAD_REQUEST, "The body must be a JSON object");
            }
            for (int depth = 1; depth > 0; depth += opened(parser.next())) {
                if (depth > DEEPEST) {
                    throw new ProblemException(BAD_REQUEST, "The body is nested too deeply");
                }
            }
            if (parser.hasNext()) {
                throw new ProblemException(BAD_REQUEST, "The body must be one JSON object");
            }
        }
    }

    private static int opened(Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }

    private static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(BAD_REQUEST, "The charset of the body is not known here");
        }
    }

    // Bytes that are not text are refused: guessing would store what nobody wrote. A byte order mark is not part of it.
    private static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
        String text = PercentEncoding.text(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
