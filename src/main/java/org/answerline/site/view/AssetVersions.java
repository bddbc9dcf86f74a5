package org.answerline.site.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of static files. An address changes with its file, so browsers may cache it for a year. */
@ApplicationScoped
public class AssetVersions {
    @Inject
    ServletContext site;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** Returns the address of a file in the folder of static files. */
    public String at(String file) {
        return addresses.computeIfAbsent("/assets/" + file, path -> path + "?v=" + fingerprint(path));
    }

    private String fingerprint(String path) {
        try (InputStream content = site.getResourceAsStream(path)) {
            var sum = new CRC32();
            sum.update(content.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
