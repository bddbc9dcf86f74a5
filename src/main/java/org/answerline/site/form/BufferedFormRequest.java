package org.answerline.site.form;

import jakarta.mvc.security.Csrf;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A request whose form has been read, for all who want to read it again: as a body, as parameters, or as what was typed. */
public final class BufferedFormRequest extends HttpServletRequestWrapper {
    /** A message of the greatest length, every character of it twelve bytes on the wire, and room to spare. */
    static final int LIMIT = 128 * 1024;

    /** Krazo's name of the field with the token that protects a form. */
    static final String TOKEN = "_csrf";

    private static final String ATTRIBUTE = BufferedFormRequest.class.getName();

    private final int length;
    private final ServletInputStream body;
    private final Map<String, String[]> parameters;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** The body is sent on in UTF-8 as application/x-www-form-urlencoded, whatever it was when it came. */
    BufferedFormRequest(HttpServletRequest request, Map<String, List<String>> form) {
        super(request);
        var bytes = FormFields.write(form).getBytes(StandardCharsets.US_ASCII);
        length = bytes.length;
        body = new Body(new ByteArrayInputStream(bytes));
        var all = new HashMap<>(query(request));
        form.forEach((name, values) -> all.merge(name, values, FormFields::joined));
        parameters = all.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, field -> field.getValue().toArray(String[]::new)));
        setAttribute(ATTRIBUTE, FormFields.first(form));
        headers.put(HttpHeaders.CONTENT_TYPE, getContentType());
        headers.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(length));
        showToken(fields(this).get(TOKEN));
    }

    // What a form's address says in another charset is no part of the form.
    private static Map<String, List<String>> query(HttpServletRequest request) {
        try {
            return FormFields.parse(request.getQueryString(), StandardCharsets.UTF_8);
        } catch (FormRefusedException notOurs) {
            return Map.of();
        }
    }

    /** The first value of each field of the form sent with this request; none when there was no form. */
    @SuppressWarnings("unchecked")
    public static Map<String, String> fields(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Map<?, ?> fields ? (Map<String, String>) fields : Map.of();
    }

    /** Krazo for RESTEasy looks for it in this header, or else in the request as it was before any filter. */
    private void showToken(String token) {
        if (token != null) {
            headers.put(Csrf.DEFAULT_CSRF_HEADER_NAME, token);
        }
    }

    /** Always the same stream: Jersey 4 asks for it again before each read, and would never come to the end of a new one. */
    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_FORM_URLENCODED;
    }

    @Override
    public int getContentLength() {
        return length;
    }

    @Override
    public long getContentLengthLong() {
        return length;
    }

    @Override
    public String getHeader(String name) {
        return headers.containsKey(name) ? headers.get(name) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return headers.containsKey(name) ? Collections.enumeration(List.of(headers.get(name))) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Collections.list(super.getHeaderNames()));
        names.addAll(headers.keySet());
        return Collections.enumeration(names);
    }

    /** All there is, at once. */
    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The form has been read already");
        }
    }
}
