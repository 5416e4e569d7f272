package io.openalpha.web.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.PredictionResult;
import io.openalpha.ml.prediction.Predictor;
import io.openalpha.web.problem.Problem;
import io.openalpha.web.problem.ProblemException;
import io.openalpha.web.view.PredictionView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictions")
class PredictionController {

    private static final Duration[] BOUNDS = LongStream.of(20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 20_000, 100_000)
            .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new);

    private final Predictor predictor;
    private final Timer timer;

    /** @param meters record how long predictions take: {@code openalpha.prediction.duration} */
    PredictionController(Predictor predictor, MeterRegistry meters) {
        this.predictor = predictor;
        this.timer = Timer.builder("openalpha.prediction.duration")
                .description("How long the predictions of a request take")
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    @Operation(summary = "The probability that a symbol's price moves up, by the models that serve")
    @ApiResponse(responseCode = "409", description = "There is too little history")
    @ApiResponse(responseCode = "503", description = "No model serves; Retry-After says when to try again")
    @GetMapping("/{symbol}")
    PredictionView predict(@Parameter(example = "AAPL") @PathVariable("symbol") Symbol symbol) {
        PredictionResult outcome = Objects.requireNonNull(timer.record(() -> predictor.predict(symbol)));
        if (outcome instanceof PredictionResult.Predicted predicted) {
            return PredictionView.of(predicted);
        }
        throw new ProblemException(problem(outcome));
    }

    @Operation(summary = "The same for up to 1,000 symbols, all by the same models")
    @ApiResponse(responseCode = "503", description = "No model serves; Retry-After says when to try again")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Predictions predict(@RequestBody @Valid PredictionRequest request) {
        List<PredictionView> predictions = new ArrayList<>();
        List<Unpredicted> others = new ArrayList<>();
        List<Symbol> symbols = request.parsed();
        for (PredictionResult outcome : Objects.requireNonNull(timer.record(() -> predictor.predict(symbols)))) {
            if (outcome instanceof PredictionResult.Predicted predicted) {
                predictions.add(PredictionView.of(predicted));
            } else if (outcome instanceof PredictionResult.NoModel) {
                throw new ProblemException(problem(outcome));
            } else {
                others.add(Unpredicted.of(outcome.symbol(), problem(outcome)));
            }
        }
        return new Predictions(predictions, others);
    }

    private static Problem problem(PredictionResult outcome) {
        if (outcome instanceof PredictionResult.TooLittleHistory little) {
            return Problems.tooLittleHistory(little);
        }
        return outcome instanceof PredictionResult.NoModel
                ? Problems.NO_MODEL
                : Problems.unknownSymbol(outcome.symbol());
    }

    @Schema(name = "SymbolsToPredict", description = "What is to be predicted.")
    record PredictionRequest(
            @Schema(example = "[\"AAPL\", \"MSFT\"]")
            @NotNull(message = AMOUNT)
            @Size(min = 1, max = Predictor.MAX_SYMBOLS, message = AMOUNT)
            List<@NotNull(message = "a symbol such as AAPL") String> symbols) {

        private static final String AMOUNT = "1 to 1,000 symbols";

        /** @throws IllegalArgumentException if one is no symbol, with a message for the user */
        List<Symbol> parsed() {
            return symbols.stream().map(Symbol::of).toList();
        }
    }

    @Schema(description = "Predictions in the order in which they were asked for.")
    record Predictions(List<PredictionView> predictions, List<Unpredicted> unpredicted) {}

    @Schema(description = "A symbol of which nothing can be said, and why.")
    record Unpredicted(
            @Schema(example = "NOPE") String symbol,
            @Schema(example = "unknown-symbol") String kind,
            @Schema(example = "There is no symbol NOPE.") String detail) {

        static Unpredicted of(Symbol symbol, Problem problem) {
            return new Unpredicted(symbol.name(), problem.kind(), problem.detail());
        }
    }
}
