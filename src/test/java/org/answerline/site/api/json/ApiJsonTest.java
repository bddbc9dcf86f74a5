package org.answerline.site.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.site.api.problem.ApiProblem;
import org.junit.jupiter.api.Test;

class ApiJsonTest {
    @Test
    void membersAreInLowerCaseWithUnderscoresAndNullsAreWritten() {
        assertJson(
                "{'user':null,'messages':[],'telegram_binding_url':null,'next':null,'cross_site':true}",
                ThreadJson.signedOut(true));
        assertJson("{'linked':false,'since':null}", TelegramJson.of(Optional.empty()));
        assertJson(
                "{'linked':true,'since':'2026-11-29T13:00:00Z'}",
                TelegramJson.of(Optional.of(Instant.parse("2026-11-29T13:00:00Z"))));
        assertJson(
                "{'id':7,'number':3,'created_at':'x','telegram_binding_url':'https://t.me/b?start=c'}",
                new SubmittedJson(
                        7L, 3L, "x", URI.create("https://t.me/b?start=c").toString()));
    }

    @Test
    void whatIsOptionalIsLeftOut() {
        assertJson(
                "{'user':1,'messages':[],'telegram_binding_url':null,'next':2,'state':'open'}",
                new ThreadJson(1L, List.of(), null, 2L, "open", null, null));
        assertJson(
                "{'user':null,'messages':[],'telegram_binding_url':null,'next':null,'cross_site':true}",
                ThreadJson.signedOut(true));
        assertJson("{'type':'bold','offset':0,'length':2}", new MessageJson.Entity("bold", 0, 2, null, null));
        assertJson(
                "{'id':'i','name':'n','type':'t','size':1,'kind':'picture','url':null}",
                new FileJson("i", "n", "t", 1, "picture", null, null));
        assertJson(
                "{'type':'about:blank','title':'Not Found','status':404,'detail':'Not found'}",
                new ApiProblem.Body("about:blank", "Not Found", 404, "Not found", null, null));
    }

    @Test
    void aMessageHasAllItsMembers() {
        assertJson(
                "{'id':1,'number':null,'subject':null,'text':'t','entities':[],'is_from_admin':true,'operator':'Olga',"
                        + "'created_at':'x',"
                        + "'source':'telegram','delivery':'delivered','delivery_failure':null,'in_reply_to':null,"
                        + "'quote':null,'files':[]}",
                new MessageJson(
                        1L,
                        null,
                        null,
                        "t",
                        List.of(),
                        true,
                        "Olga",
                        "x",
                        "telegram",
                        "delivered",
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }

    private static void assertJson(String expected, Object written) {
        assertEquals(read(expected.replace('\'', '"')), read(ApiJson.write(written)));
    }

    private static jakarta.json.JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
