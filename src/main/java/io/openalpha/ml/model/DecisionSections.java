package io.openalpha.ml.model;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a model card says of each decision about the version; its checks are read from field {@code checks} of its numbers. */
final class DecisionSections {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DecisionSections() {}

    static Stream<CardSection> of(List<ModelDecision> decisions) {
        return decisions.stream().map(DecisionSections::section);
    }

    private static CardSection section(ModelDecision decision) {
        List<List<String>> checks = StreamSupport.stream(
                        decision.reason().numbers().path("checks").spliterator(), false)
                .map(DecisionSections::check)
                .toList();
        return new CardSection(
                "Decision: " + decision.ruling().word().replace('_', ' '),
                List.of("%s, by %s: %s"
                        .formatted(
                                UTC.format(decision.at()),
                                decision.reason().who(),
                                decision.reason().why())),
                CardTable.of(List.of("Check", "Required", "Measured", ""), checks));
    }

    private static List<String> check(JsonNode check) {
        return List.of(
                check.path("name").asString("?"),
                check.path("required").asString(CardTable.NONE),
                check.path("measured").asString(CardTable.NONE),
                check.path("passed").asBoolean(false) ? "passed" : "failed");
    }
}
