package io.openalpha.jobs.train;

import io.openalpha.ml.learner.network.NetworkSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the neural network, {@code openalpha.training.network.*}.
 *
 * @param hiddenLayers neurons of each hidden layer, from the inputs on
 * @param batch rows a step of the training
 * @param epochs passes over the rows
 * @param learningRate Adam's
 * @param members networks that differ in their seeds only, whose mean is the model; one alone is luck
 */
public record NetworkProperties(
        @DefaultValue({"64", "32", "16"}) @NotEmpty List<@Min(1) @Max(4096) Integer> hiddenLayers,
        @DefaultValue("1024") @Min(1) int batch,
        @DefaultValue("5") @Min(1) @Max(1000) int epochs,

        @DefaultValue("0.001") @DecimalMin("0.0000001") @DecimalMax("1")
        double learningRate,

        @DefaultValue("3") @Min(1) @Max(100) int members) {

    NetworkSettings settings(long seed, int threads) {
        return new NetworkSettings(hiddenLayers, batch, epochs, learningRate, members, seed, threads);
    }

    /** One network instead of several, which is enough for the shuffled control. */
    NetworkProperties control() {
        return new NetworkProperties(hiddenLayers, batch, epochs, learningRate, 1);
    }

    /** The settings that affect the result, by name. */
    Map<String, String> asMap() {
        return Map.of(
                "hidden-layers",
                hiddenLayers.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "batch",
                String.valueOf(batch),
                "epochs",
                String.valueOf(epochs),
                "learning-rate",
                String.valueOf(learningRate),
                "members",
                String.valueOf(members));
    }
}
