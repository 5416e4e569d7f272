package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openalpha.database.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.test.MetaDataInstanceFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class WorkTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final Worker worker = Worker.on(database);

    private final Repository repository = Repository.of(database);

    /** A job of pieces of work, one step each. */
    private record Labour(List<Work> works) implements JobPlan {

        Labour(Work... works) {
            this(List.of(works));
        }

        @Override
        public String name() {
            return "labour";
        }

        @Override
        public Job job(Run run) {
            var job = run.job().start(run.work("work 1", works.get(0)));
            for (int i = 1; i < works.size(); i++) {
                job.next(run.work("work " + (i + 1), works.get(i)));
            }
            return job.build();
        }
    }

    @Test
    void isDoneOnceAndItsExitStatusIsThatOfTheStepAndOfTheJob() {
        List<String> done = new ArrayList<>();
        Labour labour = new Labour(
                progress -> {
                    done.add("first");
                    return ExitStatus.COMPLETED;
                },
                progress -> new ExitStatus("SKIPPED", "for want of data"));

        RunEnd end = worker.run(labour, "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(done).containsExactly("first");
        assertThat(repository.states()).containsExactly("COMPLETED");
        assertThat(exitCodes("batch_step_execution")).containsExactly("COMPLETED", "SKIPPED");
        assertThat(exitCodes("batch_job_execution")).containsExactly("SKIPPED");
    }

    @Test
    void isDoneAgainAfterItFailedAndSoIsWhatCameBefore() {
        List<Long> instances = new ArrayList<>();
        List<String> done = new ArrayList<>();
        Labour labour = new Labour(
                progress -> {
                    instances.add(progress.jobInstanceId());
                    return ExitStatus.COMPLETED;
                },
                progress -> {
                    done.add("second");
                    if (done.size() == 1) {
                        throw new IllegalStateException("the roof came down");
                    }
                    return ExitStatus.COMPLETED;
                });

        RunEnd failed = worker.run(labour, "a");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.message()).endsWith(": the roof came down");

        assertThat(worker.run(labour, "a").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.stepStates()).containsExactly("COMPLETED", "FAILED", "COMPLETED", "COMPLETED");
        assertThat(instances).hasSize(2).containsOnly(instances.get(0));
    }

    @Test
    void saysItselfThatItStoppedAndIsDoneAgain() {
        Labour labour = new Labour(progress -> {
            worker.stop().request();
            progress.stopIfRequested();
            return ExitStatus.COMPLETED;
        });

        assertThat(worker.run(labour, "a").exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(repository.states()).containsExactly("STOPPED");
        assertThat(repository.stepStates()).containsExactly("STOPPED");

        try (Worker next = Worker.on(database)) {
            assertThat(next.run(new Labour(progress -> ExitStatus.COMPLETED), "a")
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void thatHeardNoStopEndsAndTheNextDoesNotBegin() {
        Labour labour = new Labour(
                progress -> {
                    worker.stop().request();
                    return ExitStatus.COMPLETED;
                },
                progress -> {
                    throw new AssertionError("a stop was asked for");
                });

        assertThat(worker.run(labour, "a").exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(repository.states()).containsExactly("STOPPED");
    }

    @Test
    void failsOfACheckedExceptionToo() {
        List<String> done = new ArrayList<>();

        RunEnd end = worker.run(
                new Labour(progress -> {
                    done.add("once");
                    if (done.size() > 1) {
                        worker.stop().request();
                    }
                    throw new IOException("the disk is full");
                }),
                "a");

        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(end.message()).endsWith(": the disk is full");
        assertThat(done).containsExactly("once");
    }

    @Test
    void holdsNoTransactionMeanwhile() {
        List<Boolean> transactions = new ArrayList<>();
        List<String> idle = new ArrayList<>();

        worker.run(
                new Labour(progress -> {
                    transactions.add(TransactionSynchronizationManager.isActualTransactionActive());
                    idle.addAll(repository
                            .jdbc()
                            .sql("select query from pg_stat_activity where datname = current_database()"
                                    + " and state like 'idle in transaction%'")
                            .query((row, number) -> row.getString(1))
                            .list());
                    return ExitStatus.COMPLETED;
                }),
                "a");

        assertThat(transactions).containsExactly(false);
        assertThat(idle).isEmpty();
    }

    @Test
    void countsForNothingAfterAnotherRunTookTheLock() {
        CompletableFuture<RunEnd> heir = new CompletableFuture<>();
        List<String> effects = new ArrayList<>();
        try (Worker second = Worker.on(database)) {
            RunEnd zombie = worker.run(
                    new Labour(progress -> {
                        repository.cutLockSession();
                        heir.complete(CompletableFuture.supplyAsync(
                                        () -> second.run(new Labour(heirs -> ExitStatus.COMPLETED), "b"))
                                .join());
                        progress.requireLock();
                        effects.add("too late");
                        return ExitStatus.COMPLETED;
                    }),
                    "a");

            assertThat(heir.join().exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(zombie.exitCode()).isEqualTo(ExitCode.LOCKED);
            assertThat(effects).isEmpty();
        }
        assertThat(repository.states()).containsExactly("FAILED", "COMPLETED");
        assertThat(repository.stepStates()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void showsItsWayAlsoWhenItFails() {
        List<String> shown = new ArrayList<>();
        Work work = progress -> {
            progress.advance();
            progress.expect(2);
            progress.advance();
            progress.expect(3);
            throw new IllegalStateException("no more");
        };
        StepContribution contribution = new StepContribution(MetaDataInstanceFactory.createStepExecution("work", 1L));

        assertThatIllegalStateException().isThrownBy(() -> new WorkTasklet(
                        work, showing(shown), new StopSignal(), new ResourcelessJobRepository())
                .execute(contribution, new ChunkContext(new StepContext(contribution.getStepExecution()))));

        assertThat(shown).containsExactly("work of 2", "one more", "end", "work of 3", "end");
    }

    private static ProgressDisplay showing(List<String> shown) {
        return (step, total) -> {
            shown.add(step + " of " + total);
            return new ProgressDisplay.Bar() {
                @Override
                public void advance() {
                    shown.add("one more");
                }

                @Override
                public void end() {
                    shown.add("end");
                }
            };
        };
    }

    private List<String> exitCodes(String table) {
        return repository
                .jdbc()
                .sql("select exit_code from %s order by 1".formatted(table))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
