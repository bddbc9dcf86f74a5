package org.answerline.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Payara Micro, which is one jar and is told everything on its command line. */
final class Payara implements ServerKind {

    @Override
    public void prepare(ServerSetup setup) {
        // It unpacks itself into its temporary folder.
    }

    @Override
    public List<String> arguments(ServerSetup setup) {
        var programs = setup.programs();
        var configuration = setup.configuration();
        var arguments = new ArrayList<>(List.of(
                // Else a header with a letter beyond ASCII is refused before the desk sees it.
                "-Dorg.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110=false",
                "-jar",
                programs.resolve("payara-micro.jar").toString(),
                "--disablephonehome",
                "--port",
                Integer.toString(setup.port()),
                "--contextroot",
                "/",
                "--logproperties",
                configuration.resolve("logging.properties").toString(),
                "--prebootcommandfile",
                configuration.resolve("preboot.asadmin").toString(),
                // Opens the port, if the application stands: nobody meets one that is only half there.
                "--postdeploycommandfile",
                configuration.resolve("postdeploy.asadmin").toString(),
                "--addlibs",
                programs.resolve("postgresql.jar").toString(),
                "--deploy",
                setup.war().toString()));
        arguments.addAll(setup.grid().options());
        if (setup.grid().isAlone()) {
            // Sessions are looked for in memory, not in a grid that is not there.
            arguments.addAll(List.of(
                    "--postbootcommandfile",
                    configuration.resolve("alone.asadmin").toString()));
        }
        return arguments;
    }
}
