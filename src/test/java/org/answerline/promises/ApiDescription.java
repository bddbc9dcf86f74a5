package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The API's own description, to hold its answers against. */
final class ApiDescription {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** The description this desk serves. */
    static ApiDescription of(Desk desk) {
        String text = desk.visitor().get("/api/openapi.json").expect(200).body();
        // A schema taken out of the document carries the others along, where JSON Schema has its place for them.
        JsonNode document = parse(text.replace("#/components/schemas/", "#/$defs/"));
        close(document.at("/components/schemas"));
        return new ApiDescription(document);
    }

    /** The page, if it is an answer that the operation promises: its status, its type, and every member of it. */
    Page assertPromised(String verb, String path, Page page) {
        JsonNode operation = document.path("paths").path(path).path(verb);
        JsonNode answer = operation.path("responses").path(Integer.toString(page.status()));
        answer = resolved(answer.isMissingNode() ? operation.path("responses").path("default") : answer);
        JsonNode content = answer.path("content");
        if (content.isMissingNode()) {
            assertEquals("", page.body(), verb + " " + path);
            return page;
        }
        String type = page.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        assertNotNull(content.get(type), verb + " " + path + " answered " + page.status() + " " + type);
        assertEquals(Set.of(), faults(content.get(type).get("schema"), parse(page.body())), page.body());
        return page;
    }

    /** The text, if it is what a schema of this name says. */
    void assertIs(String schema, String json) {
        var reference = MAPPER.createObjectNode().put("$ref", "#/$defs/" + schema);
        assertEquals(Set.of(), faults(reference, parse(json)), json);
    }

    private Set<ValidationMessage> faults(JsonNode schema, JsonNode answer) {
        ObjectNode whole = schema.deepCopy();
        whole.set("$defs", document.at("/components/schemas"));
        return SCHEMAS.getSchema(whole, CONFIG).validate(answer);
    }

    private JsonNode resolved(JsonNode answer) {
        return answer.has("$ref") ? document.at(answer.get("$ref").asText().substring(1)) : answer;
    }

    // The document leaves room for new members; here a member that it does not name is a fault.
    private static void close(JsonNode schema) {
        if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ApiDescription::close);
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
