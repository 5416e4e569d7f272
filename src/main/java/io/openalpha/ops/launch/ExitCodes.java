package io.openalpha.ops.launch;

import io.openalpha.run.ExitCode;
import java.util.Arrays;

/** Says what the exit code of a run means. */
final class ExitCodes {

    private static final int SIGNALLED = 128;

    private ExitCodes() {}

    /** Whether the code is that by which a shell says that a signal ended the process. */
    static boolean signalled(int code) {
        return code > SIGNALLED;
    }

    static String meaning(int code) {
        if (signalled(code)) {
            return "its process was ended by signal %s".formatted(code - SIGNALLED);
        }
        return Arrays.stream(ExitCode.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .map(ExitCodes::meaning)
                .orElse("its process ended with exit code %s".formatted(code));
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case DONE -> "done";
            case FOUND -> "its process could not begin (exit code 1)";
            case USAGE -> "its usage or configuration was refused (exit code 2)";
            case FAILED -> "the run failed (exit code 3)";
            case STOPPED -> "stopped on request (exit code 4)";
            case LOCKED -> "another run of the job is at work (exit code 5)";
        };
    }
}
