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
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine, driven by Playwright; none is ever downloaded. As an extension of a test class it is started for the
 * first window and ends after the last test.
 */
final class Chromium implements AfterAllCallback, AutoCloseable {

    /** The first that is there: Debian's shell has no window and needs a third less time for the same pages. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private final List<String> switches;
    private Playwright playwright;
    private Browser browser;

    /** With these command-line switches in addition to the usual ones. */
    Chromium(String... switches) {
        this.switches = Stream.concat(Stream.of("--disable-gpu", "--disable-dev-shm-usage"), Stream.of(switches))
                .toList();
    }

    private void launch() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path().orElseThrow())
                        .setChromiumSandbox(false)
                        .setArgs(switches));
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
        if (browser == null) {
            close();
            launch();
        }
        return browser.newContext(look.options());
    }

    private static Optional<Path> path() {
        String[] folders = System.getenv("PATH").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (playwright != null) {
            // Ends the browser too, also one that did not start completely.
            playwright.close();
            playwright = null;
            browser = null;
        }
    }
}
