package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.database.TestDatabase;
import io.openalpha.market.DailyBar;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.ml.evaluation.Assessment;
import io.openalpha.ml.feature.Dataset;
import io.openalpha.ml.feature.LabelSettings;
import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.learner.Samples;
import io.openalpha.ml.learner.TrainedModel;
import io.openalpha.ml.learner.TrainingProgress;
import io.openalpha.ml.learner.forest.ForestSettings;
import io.openalpha.ml.learner.forest.RandomForest;
import io.openalpha.ml.model.ModelConfiguration;
import io.openalpha.ml.model.ModelFeatures;
import io.openalpha.ml.model.ModelPublisher;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.TrainingData;
import io.openalpha.ml.model.TrainingRecord;
import io.openalpha.run.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictCommandIntegrationTests {

    /** Up to 11 June 2015. */
    private static final SyntheticMarket MARKET = new SyntheticMarket(5, 24, 116, 0.3);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Surroundings surroundings = new Surroundings();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        surroundings.with(database).with("openalpha.model.folder", folder.resolve("models"));
    }

    @Test
    void printsATableAndSaysWhatItsFiguresAre() throws IOException {
        importBars(24);
        String version = promote();

        CommandRun run = CommandRun.of("predict", "s0003", "S0001");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("SYMBOL  AS OF       COMBINED  RANDOM_FOREST"),
                        first -> assertThat(first).matches("S0003 +2015-06-11 +0\\.\\d{4} +0\\.\\d{4}  stale"),
                        second -> assertThat(second).startsWith("S0001 "));
        assertThat(run.err())
                .contains(
                        version + ": probability of a return above the median of the day's over 1 traded day",
                        "Stale predictions rest on old bars: 'openalpha backfill' fetches newer ones.");
    }

    @Test
    void callsNothingStaleThatIsNot() throws IOException {
        surroundings.with("openalpha.prediction.stale-after", "100y");
        importBars(24);
        promote();

        CommandRun run = CommandRun.of("predict", "S0001");

        assertThat(run.out() + run.err()).doesNotContain("stale");
    }

    @Test
    void printsTheHighestAndTheLowestWhereNoneIsNamed() throws IOException {
        importBars(24);
        promote();

        CommandRun run = CommandRun.of("predict");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(21);
        assertThat(run.out()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(" +", -1)[2])
                        .map(Double::valueOf))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(CommandRun.of("predict", "--csv").out().lines()).hasSize(25);
    }

    @Test
    void printsJsonAndCsvForPrograms() throws IOException {
        importBars(24);
        String version = promote();

        JsonNode json = JsonMapper.shared()
                .readTree(CommandRun.of("predict", "S0002", "--json").out());
        JsonNode prediction = json.path(0);
        double probability = prediction.path("probability").asDouble();

        assertThat(probability).isBetween(0.0, 1.0);
        assertThat(json).hasToString("""
                [{"symbol":"S0002","as_of":"2015-06-11","stale":true,"probability":%1$s,"models":\
                [{"algorithm":"random_forest","version":"%2$s","probability":%1$s,\
                "label":"above_median","horizon_days":1}]}]""".formatted(probability, version));
        assertThat(CommandRun.of("predict", "S0002", "--csv").out().split("\r\n"))
                .containsExactly(
                        "symbol,as_of,stale,probability,algorithm,version,model_probability,label,horizon_days",
                        "S0002,2015-06-11,true,%1$s,random_forest,%2$s,%1$s,above_median,1"
                                .formatted(probability, version));
    }

    @Test
    void knowsWhichSymbolsItDoesNotKnow() throws IOException {
        importBars(24);
        promote();

        assertThat(CommandRun.of("predict", "NOPE", "S0001", "NEITHER"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "openalpha: not known: NOPE, NEITHER: 'openalpha symbols list' lists those that are%n"
                                .formatted()));
    }

    @Test
    void saysWhichSymbolsHaveTooFewBars() throws IOException {
        importBars(24);
        CommandRun.of("symbols", "add", "NEW");
        promote();

        CommandRun run = CommandRun.of("predict", "NEW", "S0001");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("S0001").doesNotContain("NEW");
        assertThat(run.err())
                .contains("NEW has too few bars, 0 of the last months where 100 must follow one another:"
                        + " 'openalpha backfill NEW' fetches them");
    }

    @Test
    void saysWhatToDoWhereNoModelServes() throws IOException {
        importBars(24);

        CommandRun run = CommandRun.of("predict", "S0001");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("No model serves: 'openalpha train' trains some,"
                        + " 'openalpha models promote VERSION' lets one serve.%n".formatted());
    }

    @Test
    void saysWhatToDoWhereThereAreNoBars() {
        promote();

        CommandRun run = CommandRun.of("predict");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("No symbol has bars enough to be predicted: run 'openalpha backfill' first.");
    }

    @Test
    void refusesMoreSymbolsThanCanBeAskedFor() {
        String[] arguments = new String[1002];
        Arrays.fill(arguments, "AAPL");
        arguments[0] = "predict";

        assertThat(CommandRun.of(arguments).err()).contains("1001 symbols are more than the 1000 that may be named");
    }

    private void importBars(int symbols) throws IOException {
        StringBuilder csv = new StringBuilder("symbol,date,open,high,low,close,adjusted_close,volume,final,source\n");
        for (int symbol = 0; symbol < symbols; symbol++) {
            for (DailyBar bar : MARKET.bars(symbol)) {
                csv.append("%s,%s,%s,%s,%s,%s,%s,%s,true,mine%n"
                        .formatted(
                                MARKET.names().get(symbol),
                                bar.date(),
                                bar.open(),
                                bar.high(),
                                bar.low(),
                                bar.close(),
                                bar.adjustedClose(),
                                bar.volume()));
            }
        }
        Path file = Files.writeString(folder.resolve("bars.csv"), csv);
        CommandRun run = CommandRun.of("data", "import", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private String promote() {
        Dataset dataset = MARKET.dataset(LabelSettings.DEFAULT);
        TrainedModel model = new RandomForest(new ForestSettings(5, 3, 0, 10, 32, 1, 1))
                .train(
                        Samples.of(dataset.features(), dataset.values(), dataset.labels())
                                .subset(dataset.labelledRows(0, dataset.days().size())),
                        TrainingProgress.IGNORED);
        TrainingRecord record = new TrainingRecord(
                model.algorithm(),
                new ModelFeatures(1, model.features()),
                new TrainingData(MARKET.dates().get(0), MARKET.dates().get(1), 1, 1, "ab"),
                Map.of("label", "ABOVE_MEDIAN", "horizon", "1"),
                1,
                Map.of(),
                Map.of());
        try (ConfigurableApplicationContext context = new Application(new StopSignal())
                .start(DatabaseConfiguration.class, MarketConfiguration.class, ModelConfiguration.class)) {
            var version = context.getBean(ModelPublisher.class)
                    .publish(record, Assessment.NONE, null, model::writeTo)
                    .name();
            context.getBean(ModelRegistry.class).promote(version, Reason.of("tester", "it is a test"));
            return version.toString();
        }
    }
}
