package org.answerline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.answerline.sandbox.telegram.ChatKind;

/** A set of settings, and the one desk that all test classes with these settings share. A class names it with {@link UsesDesk}. */
enum SharedDesk {

    /** What an owner has who sets only what must be set. */
    USUAL(setup -> {}),

    /**
     * The same settings, for classes that tolerate each other: on {@link #USUAL} the long ones among them, with a browser, would keep all
     * classes waiting that need the desk for themselves.
     */
    USUAL_TOGETHER(setup -> {}),

    /** Tests kill its server and its database, or make both fail; its log is therefore not checked for stack traces. */
    INTERRUPTED(setup -> setup.withFaults().setting("SUPPORT_STREAMS_MAX", "512")),

    /**
     * The operators' chat is a group, the owner has a password, no files are taken, and users rate closed conversations. If the group
     * were a forum, only Replies in its topics would be answers.
     */
    OPERATORS_GROUP(setup -> setup.adminChat(SharedDesk.GROUP)
            .telegram(options -> options.adminChat(SharedDesk.GROUP, ChatKind.SUPERGROUP))
            .setting("SUPPORT_OWNER_PASSWORD", OwnerHealth.PASSWORD)
            .setting("SUPPORT_FILES", "off")
            .setting("SUPPORT_RATING", "on")
            .setting("SUPPORT_TOPIC_ANSWERS", "replies")),

    /** The operators' chat is a forum whose topics the bot may manage. */
    OPERATORS_FORUM(setup -> setup.adminChat(SharedDesk.FORUM)
            .telegram(options ->
                    options.adminChat(SharedDesk.FORUM, ChatKind.SUPERGROUP).forum(true))),

    /** Waits for an answer of Telegram for two seconds only, and trusts no proxy on this machine. */
    SHORT_TIMEOUT(
            setup -> setup.setting("TELEGRAM_ANSWER_TIMEOUT", "2000").setting("SUPPORT_TRUSTED_PROXIES", "192.0.2.1")),

    /** Has 256 MB for everything and ends when that is not enough. */
    SMALL_HEAP(setup -> setup.server(server -> server.compiledBy(
                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError")))
            .setting("SUPPORT_OWNER_PASSWORD", OwnerHealth.PASSWORD)),

    /** Sends e-mails, to {@link Desk#mail}, takes guests, and has its owner's look in place of the product's. */
    MAIL(setup -> setup.withMailServer(TlsProxy.Kind.STARTTLS)
            .setting("SUPPORT_GUESTS", "on")
            .setting("SUPPORT_OWNER_PASSWORD", OwnerHealth.PASSWORD)
            .setting("SUPPORT_PUBLIC_URL", "http://support.test")
            .setting("SUPPORT_NAME", OwnLookIT.NAME)
            .setting("SUPPORT_LOGO", OwnLookIT.logo())
            .setting("SUPPORT_COLOUR", OwnLookIT.COLOUR)
            .setting("SUPPORT_TEXTS", OwnLookIT.texts())
            .setting("SUPPORT_HOME", OwnLookIT.HOME)
            .setting("SUPPORT_IMPRINT_URL", OwnLookIT.IMPRINT)
            .setting("SUPPORT_PRIVACY_URL", OwnLookIT.PRIVACY)),

    /**
     * Two nodes; operators in a group are reminded of users who wait, and the owner gets e-mails about it and about alarms. If the group
     * were a forum, its topics would not be used.
     */
    OWNER_MAILS(setup -> setup.withMailServer(TlsProxy.Kind.TLS)
            .nodes(2)
            .adminChat(SharedDesk.GROUP)
            .telegram(options -> options.adminChat(SharedDesk.GROUP, ChatKind.SUPERGROUP))
            .setting("SUPPORT_ALARM_EMAIL", SharedDesk.OWNER)
            .setting("SUPPORT_PUBLIC_URL", "http://support.test")
            .setting("SUPPORT_REMIND_MINUTES", "15,120")
            .setting("SUPPORT_TOPICS", "off")),

    /** An OpenID provider, {@link Desk#provider}, says who is there. */
    OPENID(setup -> setup.withOpenIdProvider().setting("SUPPORT_IDENTITY_JWKS", SiteTokens.keySetFile())),

    /** A trusted proxy says who is there: on 127.0.0.1, or one of 127.0.0.4 to 127.0.0.7. */
    PROXY_SIGN_IN(setup -> setup.setting("SUPPORT_SIGN_IN", "container")
            .setting("SUPPORT_PROXY_USER_HEADER", "X-Remote-Email")
            .setting("SUPPORT_PROXY_NAME_HEADER", "X-Remote-Name")
            .setting("SUPPORT_TRUSTED_PROXIES", "127.0.0.1, ::1, 127.0.0.4/30")
            .setting("SUPPORT_SIGN_OUT_URL", "/oauth2/sign_out")
            .setting("SUPPORT_IDENTITY_SECRET", SiteTokens.SECRETS)),

    /**
     * What is off unless an owner asks for it: guests (here without e-mails), files in a folder, the widget on other sites, users for whom another site vouches, traces,
     * and a log of JSON objects.
     */
    OPTIONAL_FEATURES(setup -> setup.withTraces()
            .withJsonLog()
            .setting("SUPPORT_GUESTS", "on")
            .setting("SUPPORT_FILES", "folder:" + freshFolder())
            .setting("SUPPORT_IDENTITY_SECRET", SiteTokens.SECRETS)
            .setting("SUPPORT_WIDGET_ORIGINS", "https://shop.example.org, https://b.example.org:8443, " + Shop.ORIGIN));

    /** The address of the owner of {@link #OWNER_MAILS}. */
    static final String OWNER = "the-owner@example.org";

    /** The chat of {@link #OPERATORS_GROUP} and {@link #OWNER_MAILS}. */
    static final long GROUP = -1_000_001_234_567L;

    /** The chat of {@link #OPERATORS_FORUM}. */
    static final long FORUM = -1_000_001_234_568L;

    private final Consumer<DeskSetup> settings;

    SharedDesk(Consumer<DeskSetup> settings) {
        this.settings = settings;
    }

    /** The desk, running. */
    Desk desk() {
        return SharedDesks.get(this);
    }

    Consumer<DeskSetup> settings() {
        return settings;
    }

    private static String freshFolder() {
        try {
            return Files.createTempDirectory("desk-files").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
