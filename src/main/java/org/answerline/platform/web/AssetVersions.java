package org.answerline.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Addresses of static files. An address changes with its file, so browsers may cache it for a year. */
@ApplicationScoped
public class AssetVersions {
    /** The parameter of an address that holds the fingerprint of the content. */
    public static final String PARAMETER = "v";

    /** The Cache-Control of content with the fingerprint that its address names. */
    public static final String YEAR = "public, max-age=31536000, immutable";

    static final String FOLDER = "/assets/";

    @Inject
    ServletContext site;

    private Map<String, String> fingerprints = Map.of();

    /** Reads all files once, so that no request for an invented name takes memory. */
    @PostConstruct
    void read() {
        fingerprints = site.getResourcePaths(FOLDER).stream()
                .filter(path -> !path.endsWith("/"))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::fingerprint));
    }

    /** Returns the address of a file in the folder of static files. */
    public String at(String file) {
        String path = FOLDER + file;
        return Optional.ofNullable(fingerprints.get(path))
                .map(fingerprint -> address(path, fingerprint))
                .orElseThrow(() -> new IllegalArgumentException("No static file " + file));
    }

    /**
     * Whether this node's file has the fingerprint. During an upgrade a node is asked for files of the other version too, and its own
     * must not be cached for a year under their addresses.
     *
     * @param path of the file in the application, such as /assets/site.js
     */
    public boolean isCurrent(String path, String fingerprint) {
        return fingerprint != null && fingerprint.equals(fingerprints.get(path));
    }

    /** The address of content that is not a file. */
    public static String address(String path, byte[] content) {
        return address(path, fingerprint(content));
    }

    /** The fingerprint of content, as addresses hold it. */
    public static String fingerprint(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return Long.toHexString(sum.getValue());
    }

    private static String address(String path, String fingerprint) {
        return path + "?" + PARAMETER + "=" + fingerprint;
    }

    private String fingerprint(String path) {
        try (InputStream content = site.getResourceAsStream(path)) {
            return fingerprint(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
