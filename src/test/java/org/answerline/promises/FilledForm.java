package org.answerline.promises;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A form of a page with what a person typed.
 *
 * @param page where it stands
 * @param form the form as it came
 * @param typed the values of the fields that a person sees
 */
record FilledForm(URI page, Element form, Map<String, String> typed) {

    /** Whether it has a field for everything typed. */
    boolean isComplete() {
        return typed.keySet().stream()
                .noneMatch(name -> form.select("[name=" + name + "]").isEmpty());
    }

    /** Where it goes, to its own page if it does not say. */
    URI action() {
        var action = form.absUrl("action");
        return action.isEmpty() ? page : URI.create(action);
    }

    /** All its fields: the hidden ones, the CSRF token among them, and those typed. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.putAll(typed);
        return fields;
    }
}
