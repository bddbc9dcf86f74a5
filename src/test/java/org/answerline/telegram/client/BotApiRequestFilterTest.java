package org.answerline.telegram.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotApiRequestFilterTest {

    @ParameterizedTest
    @CsvSource({
        "false, https://api.telegram.org/getMe, https://api.telegram.org/bot7:SECRET/getMe",
        "false, http://127.0.0.1:8081/from/node-1/sendMessage, http://127.0.0.1:8081/from/node-1/bot7:SECRET/sendMessage",
        "false, http://a.example/file/sendPhoto, http://a.example/file/bot7:SECRET/sendPhoto",
        "true, https://api.telegram.org/file/photos/file_1.jpg, https://api.telegram.org/file/bot7:SECRET/photos/file_1.jpg",
        "true, https://api.telegram.org/file/voice/a, https://api.telegram.org/file/bot7:SECRET/voice/a",
        "true, https://api.telegram.org/file/photos%2Ffile_1.jpg, https://api.telegram.org/file/bot7:SECRET/photos/file_1.jpg",
        "true, https://api.telegram.org/file/a%20b%2Fc%2Fd.ogg, https://api.telegram.org/file/bot7:SECRET/a%20b/c/d.ogg",
    })
    void theTokenStandsBeforeTheMethodOrTheFile(boolean download, URI address, URI onTheWire) {
        assertEquals(onTheWire, BotApiRequestFilter.withToken(address, "7:SECRET", download));
    }

    @Test
    void anAddressWithoutACallIsRefused() {
        URI none = URI.create("https://api.telegram.org/");
        assertThrows(IllegalArgumentException.class, () -> BotApiRequestFilter.withToken(none, "7:SECRET", false));
    }
}
