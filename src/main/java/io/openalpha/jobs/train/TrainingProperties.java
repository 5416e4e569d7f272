package io.openalpha.jobs.train;

import io.openalpha.ml.evaluation.EvaluationSettings;
import io.openalpha.ml.evaluation.PromotionMode;
import io.openalpha.ml.feature.LabelSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the training job, {@code openalpha.training.*}.
 *
 * @param minRows clean final bars below which nothing is trained
 * @param minSymbols symbols with clean final bars below which nothing is trained
 * @param label what a model learns to forecast: a return above the day's median, or its direction
 * @param horizon trading days that a position is held
 * @param folds periods that the models are tested on, one after the other
 * @param firstTrainingDays trading days that the first fold trains on; of a short history, half of it
 * @param minTestDays trading days that each fold is tested on, at least
 * @param costBps what trading costs in the evaluation, in basis points of the value traded
 * @param seed of all random numbers
 * @param threads that train; 0 for as many as there are cores
 * @param promotion whether a new version serves when it passes the checks, when a user promotes it, or always
 * @param forest the random forest
 * @param network the neural network
 */
@Validated
@ConfigurationProperties("openalpha.training")
public record TrainingProperties(
        @DefaultValue("10000") @Min(1) long minRows,
        @DefaultValue("20") @Min(2) int minSymbols,
        @DefaultValue("above_median") LabelSettings.@NotNull Kind label,
        @DefaultValue("1") @Min(1) @Max(60) int horizon,
        @DefaultValue("5") @Min(4) @Max(50) int folds,
        @DefaultValue("504") @Min(60) int firstTrainingDays,
        @DefaultValue("21") @Min(5) int minTestDays,

        @DefaultValue("5") @DecimalMin("0") @DecimalMax("1000")
        double costBps,

        @DefaultValue("42") long seed,
        @DefaultValue("0") @Min(0) @Max(1024) int threads,
        @DefaultValue("auto") @NotNull PromotionMode promotion,
        @DefaultValue @Valid ForestProperties forest,
        @DefaultValue @Valid NetworkProperties network) {

    private static final int RESAMPLES = 500;

    LabelSettings labelSettings() {
        return new LabelSettings(label, horizon);
    }

    EvaluationSettings evaluationSettings() {
        return new EvaluationSettings(horizon, costBps, RESAMPLES, seed);
    }

    int cores() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
