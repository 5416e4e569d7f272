package io.openalpha.ml.model;

import io.openalpha.ml.evaluation.Check;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a model card says of each decision about the version, with its checks. */
final class DecisionSections {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> HEADER = List.of("Check", "Required", "Measured", "");

    private DecisionSections() {}

    static Stream<CardSection> of(List<ModelDecision> decisions) {
        return decisions.stream().map(DecisionSections::section);
    }

    private static CardSection section(ModelDecision decision) {
        Reason reason = decision.reason();
        String sentence = "%s, by %s: %s".formatted(UTC.format(decision.at()), reason.who(), reason.why());
        List<List<String>> rows =
                reason.checks().stream().map(DecisionSections::row).toList();
        return new CardSection(
                "Decision: " + decision.ruling().word().replace('_', ' '),
                List.of(sentence),
                CardTable.of(HEADER, rows));
    }

    private static List<String> row(Check check) {
        return List.of(check.name(), check.required(), check.measured(), check.passed() ? "passed" : "failed");
    }
}
