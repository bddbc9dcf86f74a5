package org.answerline.operations.commands;

import jakarta.json.JsonArrayBuilder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.RoundTrip;
import org.answerline.operations.doctor.Verdict;
import org.answerline.platform.Json;
import org.answerline.platform.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what keeps messages from arriving and what to do about it; ends with 1 when something does. */
@Command(
        name = "doctor",
        description =
                "Finds what stops messages from being delivered and says what to do. Exits with 1 if there is an error.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--round-trip",
            description = "Also sends a test message to the operators' chat and calls the site's public address.")
    private boolean roundTrip;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Installation installation = Environment.installation();
        List<Finding> findings = new ArrayList<>(new Doctor(installation).examine());
        if (roundTrip && Doctor.canTravel(findings)) {
            findings.addAll(new RoundTrip(installation).make());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(findings));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        return Doctor.worst(findings) == Verdict.FAILED ? 1 : 0;
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf("%-8s %s%n", finding.verdict().name().toUpperCase(Locale.ROOT), finding.words(Environment.texts()));
        String advice = finding.verdict() == Verdict.OK ? "" : finding.advice(Environment.texts());
        if (!advice.isEmpty()) {
            out.printf("         -> %s%n", advice);
        }
    }

    private static String json(List<Finding> findings) {
        Texts texts = Environment.texts();
        JsonArrayBuilder list = Json.createArrayBuilder();
        findings.forEach(finding -> list.add(Json.createObjectBuilder()
                .add("check", finding.key())
                .add("verdict", finding.verdict().word())
                .add("text", finding.words(texts))
                .add("advice", finding.advice(texts))));
        return Json.createObjectBuilder()
                .add("verdict", Doctor.worst(findings).word())
                .add("findings", list)
                .build()
                .toString();
    }
}
