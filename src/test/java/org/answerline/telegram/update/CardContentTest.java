package org.answerline.telegram.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Optional;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.LenientJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are neither text nor a file, as a text for the site. */
class CardContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'location':{'latitude':55.75,'longitude':37.61}}|📍 Location: 55.75, 37.61",
                "{'location':{'latitude':55.7558261,'longitude':-0.0000001}}|📍 Location: 55.75583, 0",
                "{'venue':{'title':'Museum','address':'Main St. 1','location':{'latitude':1,'longitude':2}},'location':{'latitude':1,"
                        + "'longitude':2}}|📍 Venue: Museum, Main St. 1 (1, 2)",
                "{'contact':{'first_name':'Ann','last_name':'Lee','phone_number':'+100'}}|👤 Contact: Ann Lee, +100",
                "{'poll':{'question':'When?','options':[{'text':'Today'},{'text':'{0}'}]}}|📊 Poll: When?/Today/{0}",
                "{'dice':{'emoji':'🎲','value':5}}|Dice: 🎲 5",
                "{'sticker':{'file_id':'f','is_animated':true,'emoji':'🎉'}}|Animated sticker: 🎉",
                "{'story':{'id':5,'chat':{'id':1,'username':'ann'}}}|Story: @ann",
                "{'story':{'id':5,'chat':{'id':1,'title':'News'}}}|Story: News",
                "{'story':{'id':5}}|Story:"
            })
    void eachKindHasAText(String json, String text) {
        assertEquals(Optional.of(text.replace('/', '\n')), text(json, "en"));
    }

    @Test
    void theTextIsInTheReadersLanguage() {
        assertEquals(
                Optional.of("📍 Геопозиция: 55.75, 37.61"),
                text("{'location':{'latitude':55.75,'longitude':37.61}}", "ru"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'hello'}",
                "{'sticker':{'file_id':'f','emoji':'🎉'}}",
                "{'photo':[{'file_id':'f'}]}",
                "{'location':5}",
                "{'poll':{'id':'1'}}",
                "{'game':{'title':'g'}}",
                "{'kind_of_the_year_2030':{}}"
            })
    void otherMessagesHaveNone(String json) {
        assertEquals(Optional.empty(), text(json, "en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'location':{'latitude':1e999999999,'longitude':'x'}}|📍 Location: ?, ?",
                "{'contact':{'first_name':'a\\nb','phone_number':7}}|👤 Contact: a b,",
                "{'dice':{}}|Dice:  ?"
            })
    void malformedValuesAreNoError(String json, String text) {
        assertEquals(Optional.of(text), text(json, "en"));
    }

    private static Optional<String> text(String json, String language) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return CardContent.in(new LenientJson(reader.readObject())).map(card -> card.text(Texts.in(language)));
        }
    }
}
