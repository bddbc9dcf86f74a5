package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * WildFly, configured once for all servers by our command file and then copied to each.
 *
 * @param home where its distribution lies unpacked
 */
record WildFly(Path home) implements ServerKind {

    private static final String CONFIGURATION = "standalone/configuration";
    private static final String STARTING_POINT = "standalone.xml";
    private static final String CONFIGURED = "answerline.xml";
    private static final List<String> FILES = List.of(
            CONFIGURED,
            "logging.properties",
            "mgmt-users.properties",
            "mgmt-groups.properties",
            "application-users.properties",
            "application-roles.properties");

    @Override
    public void prepare(ServerSetup setup) {
        configure(setup);
        var own = base(setup);
        Folders.delete(own);
        for (var name : FILES) {
            Folders.copy(
                    home.resolve(CONFIGURATION).resolve(name),
                    own.resolve("configuration").resolve(name));
        }
        Folders.copy(setup.war(), own.resolve("deployments/answerline.war"));
    }

    @Override
    public List<String> arguments(ServerSetup setup) {
        return List.of(
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base(setup),
                "-Djboss.http.port=" + setup.port(),
                // Nobody administers it; any free port keeps several servers of one machine apart.
                "-Djboss.management.http.port=0",
                "-Djboss.management.https.port=0",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Djava.awt.headless=true",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "--server-config=" + CONFIGURED);
    }

    private static Path base(ServerSetup setup) {
        return setup.work().resolve("standalone");
    }

    /** Does what server-config/wildfly/README.md says, unless it has been done with this command file. */
    private void configure(ServerSetup setup) {
        synchronized (WildFly.class) {
            var commands = setup.configuration().resolve("answerline.cli");
            var done = home.resolve("configured-by.cli");
            if (Files.exists(done) && Folders.same(commands, done)) {
                return;
            }
            var here = home.resolve(CONFIGURATION);
            Folders.copy(here.resolve(STARTING_POINT), here.resolve(CONFIGURED));
            Folders.delete(home.resolve("modules/org/postgresql"));
            run(commands, setup);
            Folders.copy(commands, done);
        }
    }

    private void run(Path commands, ServerSetup setup) {
        var builder = new ProcessBuilder("sh", home.resolve("bin/jboss-cli.sh").toString(), "--file=" + commands)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("configured.log").toFile());
        builder.environment()
                .put(
                        "POSTGRESQL_JAR",
                        setup.programs().resolve("postgresql.jar").toString());
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("WildFly could not be configured: " + home.resolve("configured.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while WildFly is configured", e);
        }
    }
}
