package io.openalpha.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that runs what its standard input names, a run id a line, and answers with the exit code of each. */
final class Contender {

    private Contender() {}

    /** Arguments: the database's URL, user and password. */
    public static void main(String[] arguments) throws IOException {
        try (Worker worker = Worker.at(arguments[0], arguments[1], arguments[2])) {
            NumbersPlan plan = worker.numbers("count", 7);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println("ready");
            for (String run = lines.readLine(); run != null; run = lines.readLine()) {
                System.out.println(worker.run(plan, run).exitCode());
            }
        }
    }
}
