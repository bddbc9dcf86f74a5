package org.answerline.promises;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by Playwright; none is ever downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    /** With these command-line switches in addition to the usual ones. */
    Chromium(String... switches) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path().orElseThrow())
                        .setChromiumSandbox(false)
                        .setArgs(Stream.concat(
                                        Stream.of("--disable-gpu", "--disable-dev-shm-usage"), Stream.of(switches))
                                .toList()));
    }

    /** Whether there is one; CI must have one, so that nothing is left out there unseen. */
    static boolean isHere() {
        if (path().isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI needs a Chromium: .ci/run installs it");
        }
        return path().isPresent();
    }

    /** Somebody's own window: its cookies, language, colours and size are its own. */
    BrowserContext window(PageVariant look) {
        return browser.newContext(look.options());
    }

    private static Optional<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
