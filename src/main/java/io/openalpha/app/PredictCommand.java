package io.openalpha.app;

import io.openalpha.market.Symbol;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.prediction.PredictionConfiguration;
import io.openalpha.ml.prediction.PredictionResult;
import io.openalpha.ml.prediction.PredictionResult.Predicted;
import io.openalpha.ml.prediction.PredictionResult.TooLittleHistory;
import io.openalpha.ml.prediction.PredictionResult.UnknownSymbol;
import io.openalpha.ml.prediction.Predictor;
import io.openalpha.ml.prediction.PromotedModels;
import io.openalpha.run.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openalpha predict}: what the models that serve say of the newest stored bars. */
@Command(
        name = "predict",
        description = "Prints what the serving models predict for the symbols named, from their newest stored bars;"
                + " without any, the ten highest and the ten lowest predictions of all, and as JSON or"
                + " CSV all of them.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", description = "Predict these.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() {
        if (symbols.size() > Predictor.MAX_SYMBOLS) {
            throw new UsageException("%s symbols are more than the %s that may be named at once"
                    .formatted(symbols.size(), Predictor.MAX_SYMBOLS));
        }
        try (ConfigurableApplicationContext context =
                terminal.open(ModelConfiguration.class, PredictionConfiguration.class)) {
            Predictor predictor = context.getBean(Predictor.class);
            List<PredictionResult> outcomes = symbols.isEmpty() ? List.of() : predictor.predict(symbols);
            requireKnown(outcomes);
            if (context.getBean(PromotedModels.class).models().isEmpty()) {
                terminal.warn("No model serves: 'openalpha train' trains some, 'openalpha models promote VERSION'"
                        + " lets one serve.");
                return ExitCode.FAILED.code();
            }
            return symbols.isEmpty() ? printAll(predictor.predictAll()) : print(outcomes);
        }
    }

    private static void requireKnown(List<PredictionResult> outcomes) {
        String unknown = only(outcomes, UnknownSymbol.class)
                .map(outcome -> outcome.symbol().name())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new UsageException("not known: %s: 'openalpha symbols list' lists those that are".formatted(unknown));
        }
    }

    private int printAll(List<Predicted> predictions) {
        if (predictions.isEmpty()) {
            terminal.warn("No symbol has bars enough to be predicted: run 'openalpha backfill' first.");
            return ExitCode.FAILED.code();
        }
        PredictionOutput.printExtremes(predictions, output, terminal);
        return ExitCode.DONE.code();
    }

    private int print(List<PredictionResult> outcomes) {
        PredictionOutput.print(only(outcomes, Predicted.class).toList(), output, terminal);
        List<TooLittleHistory> others = only(outcomes, TooLittleHistory.class).toList();
        others.forEach(outcome -> terminal.warn(
                "%s has too few bars, %d of the last months where %d must follow one another: 'openalpha"
                        + " backfill %s' fetches them",
                outcome.symbol(), outcome.bars(), TooLittleHistory.NEEDED, outcome.symbol()));
        return others.isEmpty() ? ExitCode.DONE.code() : ExitCode.FOUND.code();
    }

    private static <T extends PredictionResult> Stream<T> only(List<PredictionResult> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
