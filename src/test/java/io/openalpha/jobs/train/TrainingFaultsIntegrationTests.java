package io.openalpha.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.ml.feature.SyntheticMarket;
import io.openalpha.ml.model.FaultyStore.Fault;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Standing;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TrainingFaultsIntegrationTests {

    private final Path folder;

    @AutoClose
    private final TrainingMarket market;

    TrainingFaultsIntegrationTests(@TempDir Path parent) {
        folder = parent.resolve("models");
        market = new TrainingMarket(folder).with(new SyntheticMarket(7, 20, 220, 0.1));
    }

    @ParameterizedTest
    @CsvSource({"DISK_FULL, No space left on device", "CORRUPTION, is damaged"})
    void aFaultInMidPublishFailsTheRunWhichResumes(Fault fault, String message) throws IOException {
        market.train("before");
        List<ModelVersion> served = market.versions();
        market.onBegin(step -> market.store().suffer(step.equals("evaluate neural_network") ? fault : Fault.NONE));

        RunEnd end = market.train("a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.message()).contains(message);
        assertThat(market.versions())
                .filteredOn(version -> version.standing() != Standing.STORED)
                .extracting(ModelVersion::name)
                .containsExactlyElementsOf(
                        served.stream().map(ModelVersion::name).toList());
        assertThat(versions("neural_network")).hasSize(1);

        market.onBegin(step -> {}).store().suffer(Fault.NONE);
        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(versions("neural_network")).hasSize(2);
        assertThat(versions("random_forest")).hasSize(2);
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void aStoreThatIsAwayInMidPublishFailsTheRunWhichResumes() throws IOException {
        market.onBegin(step -> replaceFolderByFile());

        RunEnd end = market.train("a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.message()).contains(folder.toString(), "Not a directory");
        assertThat(market.versions()).isEmpty();

        Files.delete(folder);
        market.onBegin(step -> {});
        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(market.versions()).hasSize(2);
        assertThat(count("model_version")).isEqualTo(2);
    }

    @Test
    void aStopInTheMiddleOfAnEvaluationIsHeardAndTheRunResumes(CapturedOutput output) {
        market.onBegin(step -> {
            if (step.equals("evaluate neural_network")) {
                market.stop().request();
            }
        });

        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.STOPPED);

        assertThat(statuses()).containsExactly("STOPPED");
        ModelVersion forest = only(market.versions());
        assertThat(forest.name().algorithm()).isEqualTo("random_forest");
        market.onBegin(step -> {});
        assertThat(market.train("a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(market.versions()).hasSize(2).contains(forest);
        assertThat(count("model_decision")).isEqualTo(2);
        assertThat(output.getErr()).contains("random_forest was trained before this run was resumed");
    }

    @Test
    void aVersionThatWasPublishedButNotDecidedAboutDoesNotMakeTheNextASecondOne() {
        market.train("a");
        market.jdbc()
                .sql("delete from promoted_model; delete from model_decision")
                .update();

        market.train("b");

        assertThat(market.versions())
                .filteredOn(version -> version.standing() == Standing.PROVISIONAL)
                .hasSize(2);
    }

    @Test
    void whatAKilledRunLeftIsSweptUp() throws IOException {
        String draft = "random_forest_20200101_000000";
        market.jdbc()
                .sql("insert into model_version (version, algorithm) values (?, 'random_forest')")
                .param(draft)
                .update();
        Files.createDirectories(folder.resolve(draft));
        Files.writeString(folder.resolve(draft).resolve("model.pb"), "half");
        Files.createDirectories(folder.resolve("." + draft + ".unfinished"));

        market.train("a");

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrderElementsOf(market.versions().stream()
                        .map(version -> version.name().toString())
                        .toList());
        assertThat(count("model_version")).isEqualTo(2);
    }

    /** A champion's artifact need not be readable to train another: only its settings are used. */
    @Test
    void aCorruptChampionPreventsNoTraining() throws IOException {
        market.train("a");
        for (ModelVersion champion : market.versions()) {
            Files.writeString(folder.resolve(champion.name().toString()).resolve("model.pb"), "rubbish");
        }

        assertThat(market.train("b").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(market.versions()).hasSize(4);
    }

    private void replaceFolderByFile() {
        try {
            if (!Files.exists(folder)) {
                Files.writeString(folder, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ModelVersion> versions(String algorithm) {
        return market.versions().stream()
                .filter(version -> version.name().algorithm().equals(algorithm))
                .toList();
    }

    private List<String> statuses() {
        return market.jdbc()
                .sql("select status from batch_job_execution order by job_execution_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long count(String table) {
        return market.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
