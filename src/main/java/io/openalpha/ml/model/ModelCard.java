package io.openalpha.ml.model;

import java.util.List;
import java.util.stream.Stream;

/** All that is known of a version, for people: data, features, settings, figures beside the baselines', decisions. */
public final class ModelCard {

    private final ModelVersion version;
    private final List<ModelDecision> decisions;

    /** @param decisions about this version, oldest first */
    public ModelCard(ModelVersion version, List<ModelDecision> decisions) {
        this.version = version;
        this.decisions = List.copyOf(decisions);
    }

    /** The card for a terminal, its lines ended by line feeds. */
    public String text() {
        return write(new TextCard());
    }

    /** The card in Markdown. */
    public String markdown() {
        return write(new MarkdownCard());
    }

    private String write(CardStyle style) {
        List<CardSection> sections = Stream.of(
                        Stream.of(standing()),
                        EvaluationSections.of(version.manifest().evaluation()),
                        DecisionSections.of(decisions),
                        TrainingSections.of(version.manifest()))
                .flatMap(part -> part)
                .toList();
        return style.write("Model " + version.name(), sections);
    }

    private CardSection standing() {
        return new CardSection(
                "Standing",
                List.of("%s; published %s".formatted(version.standing().word(), version.publishedAt())),
                null);
    }
}
