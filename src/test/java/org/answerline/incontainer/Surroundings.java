package org.answerline.incontainer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** A database and a Telegram, started before the server is set up and stopped after it; on the test's side only. */
public final class Surroundings {

    private LocalDatabase database;
    private SandboxTelegram telegram;

    /** Before Arquillian's own observers, which read the options when they set the server up. */
    void start(@Observes(precedence = 100) BeforeSuite event) {
        database = LocalDatabase.temporary();
        telegram = SandboxTelegram.start(new SandboxOptions());
        var settings = Map.of(
                "DATABASE_URL", database.url(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "TELEGRAM_SUPPORT_BOT_TOKEN", telegram.token(),
                "TELEGRAM_ADMIN_CHAT_ID", "500",
                "TELEGRAM_SUPPORT_WEBHOOK_SECRET", "inside",
                "TELEGRAM_API_URL", telegram.apiUrl().toString());
        System.setProperty("payara.cmdOptions", javaOptions(settings));
        System.setProperty("payara.extraMicroOptions", serverOptions());
    }

    /** After Arquillian has stopped the server. */
    void stop(@Observes(precedence = -100) AfterSuite event) {
        telegram.close();
        database.close();
    }

    /** The settings as system properties: Arquillian has no way to give a server an environment of its own. */
    private static String javaOptions(Map<String, String> settings) {
        return "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Dsun.net.http.retryPost=false "
                + settings.entrySet().stream()
                        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String serverOptions() {
        var configuration = System.getProperty("answerline.configuration");
        var programs = System.getProperty("answerline.server");
        var options = List.of(
                "--nohazelcast",
                "--disablephonehome",
                "--contextroot",
                "/",
                "--logproperties",
                withoutBlanks(configuration + "/logging.properties"),
                "--prebootcommandfile",
                withoutBlanks(configuration + "/preboot.asadmin"),
                "--postbootcommandfile",
                withoutBlanks(configuration + "/alone.asadmin"),
                "--postdeploycommandfile",
                withoutBlanks(configuration + "/postdeploy.asadmin"),
                "--addlibs",
                withoutBlanks(programs + "/postgresql.jar"));
        return String.join(" ", options);
    }

    /** Arquillian splits the options at blanks that have no backslash. */
    private static String withoutBlanks(String path) {
        return path.replace(" ", "\\ ");
    }
}
