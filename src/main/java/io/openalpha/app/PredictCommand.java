package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openalpha predict}: what the models that serve say of the newest stored bars. */
@Command(
        name = "predict",
        description =
                "Prints what the models that serve foresee of the symbols named, from their newest stored bars;"
                        + " without any, the ten highest and the ten lowest predictions of all, and as JSON or CSV all of them.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", description = "Predict these.", parameterConsumer = SymbolConsumer.class)
    private List<Symbol> symbols = List.of();

    @Mixin
    private final PredictionFormat format = new PredictionFormat();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (symbols.size() > Predictor.MAX_SYMBOLS) {
            throw new UsageException("%s symbols are more than the %s that may be named at once"
                    .formatted(symbols.size(), Predictor.MAX_SYMBOLS));
        }
        try (ConfigurableApplicationContext context = new Application()
                .start(
                        DatabaseConfiguration.class,
                        MarketConfiguration.class,
                        ModelConfiguration.class,
                        PredictionConfiguration.class)) {
            Predictor predictor = context.getBean(Predictor.class);
            List<PredictionResult> outcomes = symbols.isEmpty() ? List.of() : predictor.predict(symbols);
            requireKnown(outcomes);
            if (context.getBean(PromotedModels.class).models().isEmpty()) {
                complain(
                        "No model serves: 'openalpha train' trains some, 'openalpha models promote VERSION' lets one serve.");
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

    private int printAll(List<Predicted> predictions) throws Exception {
        if (predictions.isEmpty()) {
            complain("No symbol has bars enough to be predicted: run 'openalpha backfill' first.");
            return ExitCode.FAILED.code();
        }
        format.printExtremes(predictions, spec.commandLine());
        return ExitCode.DONE.code();
    }

    private int print(List<PredictionResult> outcomes) throws Exception {
        format.print(only(outcomes, Predicted.class).toList(), spec.commandLine());
        List<TooLittleHistory> others = only(outcomes, TooLittleHistory.class).toList();
        others.forEach(outcome -> complain(
                "%s has too few bars, %s of the last months where %s must follow one another: 'openalpha backfill %s' fetches them"
                        .formatted(outcome.symbol(), outcome.bars(), TooLittleHistory.NEEDED, outcome.symbol())));
        return others.isEmpty() ? ExitCode.DONE.code() : ExitCode.FOUND.code();
    }

    private static <T extends PredictionResult> Stream<T> only(List<PredictionResult> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
