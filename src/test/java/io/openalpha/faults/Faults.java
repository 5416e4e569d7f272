package io.openalpha.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Throws faults at the real program, resumes the run each time as Kubernetes would, and looks whether anything was
 * lost, doubled, got stuck or would have needed a person.
 */
public final class Faults {

    private static final int RESUMPTIONS = 5;

    private final Surroundings around;
    private final Random chance;
    private final PrintStream out;
    private Findings all = new Findings(0, 0, 0);
    private int manual;

    Faults(Surroundings around, long seed, PrintStream out) {
        this.around = around;
        this.chance = new Random(seed);
        this.out = out;
    }

    /** {@code [--rounds N] [--seed S]}; the jar is {@code target/openalpha.jar} or that of property openalpha.jar. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        int rounds = (int) option(words, "--rounds", 20);
        long seed = option(words, "--seed", System.nanoTime());
        Path jar = Path.of(System.getProperty("openalpha.jar", "target/openalpha.jar"));
        System.out.printf("seed=%d%n", seed);
        try (Surroundings around = new Surroundings(jar, Path.of("target/faults"))) {
            String summary = new Faults(around, seed, System.out).run(rounds);
            System.out.println(summary);
            System.exit(summary.endsWith("lost=0 doubled=0 stuck=0 manual=0") ? 0 : 1);
        }
    }

    /** Each fault as often as every other one, in an order of chance. */
    String run(int rounds) {
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < rounds) {
            faults.addAll(shuffled());
        }
        return run(faults.subList(0, rounds));
    }

    /** One round of each. */
    String run(List<Fault> faults) {
        for (int round = 1; round <= faults.size(); round++) {
            round(round, faults.get(round - 1));
        }
        return "rounds=%s lost=%s doubled=%s stuck=%s manual=%s"
                .formatted(faults.size(), all.lost(), all.doubled(), all.stuck(), manual);
    }

    private List<Fault> shuffled() {
        List<Fault> faults = new ArrayList<>(
                Arrays.stream(Fault.values()).filter(Fault::possible).toList());
        Collections.shuffle(faults, chance);
        return faults;
    }

    private void round(int number, Fault fault) {
        Instant start = Instant.now();
        around.jdbc().sql("truncate quote").update();
        String run = "round-%s".formatted(number);
        String trouble = "";
        int resumptions = 0;
        try {
            fault.strike(around, run, chance);
            resumptions = resume(run);
        } catch (IllegalStateException e) {
            manual++;
            trouble = " " + e.getMessage();
        }
        Findings found = Findings.of(run, around.jdbc());
        all = all.plus(found);
        out.printf(
                Locale.ROOT,
                "%3d %-20s %5.1f s resumed=%d lost=%d doubled=%d stuck=%d%s%n",
                number,
                fault.name().toLowerCase(Locale.ROOT),
                Duration.between(start, Instant.now()).toMillis() / 1e3,
                resumptions,
                found.lost(),
                found.doubled(),
                found.stuck(),
                trouble);
    }

    /** Also asks once more for a run that has completed: it must say so and do nothing. */
    private int resume(String run) {
        for (int resumptions = 1; resumptions <= RESUMPTIONS; resumptions++) {
            if (around.program().collect(run).exitCode() == 0) {
                return resumptions;
            }
        }
        throw new IllegalStateException("does not complete");
    }

    private static long option(List<String> words, String name, long otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(words.get(at + 1));
    }
}
