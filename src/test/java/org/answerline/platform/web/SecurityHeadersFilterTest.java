package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersFilterTest {
    private static final String SCRIPT = "/assets/site.js";

    private final AssetVersions assets = new AssetVersions();
    private final SecurityHeadersFilter filter = new SecurityHeadersFilter();

    @BeforeEach
    void readTheFiles() {
        assets.site = (ServletContext) fake(
                ServletContext.class,
                Map.of(
                        "getResourcePaths",
                        Set.of(SCRIPT),
                        "getResourceAsStream",
                        new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8))));
        assets.read();
        filter.assets = assets;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "none, 'none'",
                "self, 'self'",
                "\"self, https://www.example.org\", 'self' https://www.example.org",
                "https://none.example, https://none.example",
            })
    void ancestorsAreWrittenAsTheHeaderHasThem(String setting, String written) {
        assertEquals(written, SecurityHeadersFilter.ancestors(setting));
    }

    @Test
    void aFileIsKeptForAYearUnderTheAddressThatTheNodeGivesIt() {
        String address = assets.at("site.js");
        assertEquals(
                "public, max-age=31536000, immutable", filter.caching(get(SCRIPT, address.replaceFirst(".*v=", ""))));
    }

    /** During an upgrade the other node gave this address, and its file is another one. */
    @ParameterizedTest
    @CsvSource({"/assets/site.js, 0", "/assets/site.js, ''", "/assets/site.css, 0", "/assets/logo, 1c291ca3"})
    void underAnotherFingerprintNothingIsKept(String path, String fingerprint) {
        assertEquals("no-store", filter.caching(get(path, fingerprint)));
    }

    @Test
    void withoutAFingerprintAFileIsKeptForTenMinutes() {
        assertEquals("public, max-age=600", filter.caching(get(SCRIPT, null)));
    }

    @Test
    void aFileThatDoesNotExistHasNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> assets.at("none.js"));
    }

    private static HttpServletRequest get(String path, String fingerprint) {
        var request = new HashMap<String, Object>(
                Map.of("getDispatcherType", DispatcherType.REQUEST, "getRequestURI", path, "getContextPath", ""));
        request.put("getParameter", fingerprint);
        return (HttpServletRequest) fake(HttpServletRequest.class, request);
    }

    private static Object fake(Class<?> type, Map<String, Object> replies) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> replies.get(method.getName()));
    }
}
