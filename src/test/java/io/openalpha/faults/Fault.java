package io.openalpha.faults;

import io.openalpha.faults.Program.Execution;
import io.openalpha.simulator.Outage;
import io.openalpha.simulator.SimulatorOrders;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Something that goes wrong while a run is at work, at a moment of chance. */
enum Fault {
    KILL {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution execution = around.program().collect(run);
            someTime(chance);
            execution.signal("KILL");
            execution.exitCode();
        }
    },
    SIGTERM {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution execution = around.program().collect(run);
            someTime(chance);
            execution.signal("TERM");
            expect(execution, 0, 4, 143);
        }
    },
    TWO_ON_A_NEW_RUN {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            two(around, run);
        }
    },
    TWO_ON_A_FAILED_RUN {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            KILL.strike(around, run, chance);
            two(around, run);
        }
    },
    DATABASE_STOPPED {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            stopDatabase(around, run, chance, "fast");
        }
    },
    DATABASE_CRASHED {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            stopDatabase(around, run, chance, "immediate");
        }
    },
    CONNECTIONS_CUT {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution execution = around.program().collect(run);
            for (int cuts = 1 + chance.nextInt(3); cuts > 0; cuts--) {
                someTime(chance);
                around.proxy().cut();
            }
            expect(execution, 0, 3);
        }
    },
    COMMIT_UNANSWERED {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution execution = around.program().collect(run);
            someTime(chance);
            around.proxy().swallowNextCommit();
            expect(execution, 0, 3);
        }
    },
    SOURCE_GONE {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution execution = around.program().collect(run);
            someTime(chance);
            SimulatorOrders orders = Surroundings.orders();
            Outage.Kind kind = chance.nextBoolean() ? Outage.Kind.CLOSED : Outage.Kind.UNAVAILABLE;
            Duration lasting = Duration.ofMillis(500 + chance.nextInt(4_000));
            around.market().order(orders.withYahoo(orders.yahoo().withOutage(kind, lasting)));
            expect(execution, 0, 3);
            around.market().order(orders);
        }
    },
    FROZEN {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            Execution zombie = around.program().collect(run);
            someTime(chance);
            zombie.signal("STOP");
            around.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                            + " and pid <> pg_backend_pid() and backend_type = 'client backend'")
                    .query(Boolean.class)
                    .list();
            Execution heir = around.program().collect(run);
            if (chance.nextBoolean()) {
                expect(heir, 0);
                zombie.signal("CONT");
            } else {
                someTime(chance);
                zombie.signal("CONT");
                expect(heir, 0, 5);
            }
            expect(zombie, 0, 3, 5);
        }
    },
    CLOCK_AHEAD {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            moveClock(around, run, chance, "+1h");
        }
    },
    CLOCK_BEHIND {
        @Override
        void strike(Surroundings around, String run, Random chance) {
            moveClock(around, run, chance, "-1h");
        }
    };

    private static final int LONGEST_MILLIS = 6_000;

    abstract void strike(Surroundings around, String run, Random chance);

    boolean possible() {
        return (this != CLOCK_AHEAD && this != CLOCK_BEHIND) || Program.canMoveClocks();
    }

    private static void two(Surroundings around, String run) {
        Execution one = around.program().collect(run);
        Execution other = around.program().collect(run);
        expect(one, 0, 5);
        expect(other, 0, 5);
    }

    private static void stopDatabase(Surroundings around, String run, Random chance, String mode) {
        Execution execution = around.program().collect(run);
        someTime(chance);
        around.server().stop(mode);
        int longest = chance.nextInt(8) == 0 ? 40_000 : 8_000;
        pause(1_000 + chance.nextInt(longest - 1_000));
        around.server().start();
        expect(execution, 0, 3);
    }

    private static void moveClock(Surroundings around, String run, Random chance, String clock) {
        Execution execution = around.program().collectAt(clock, run);
        someTime(chance);
        execution.signal("KILL");
        execution.exitCode();
    }

    /** An exit code that is not documented for what happened needs somebody to look at it. */
    private static void expect(Execution execution, int... codes) {
        int code = execution.exitCode();
        for (int expected : codes) {
            if (code == expected) {
                return;
            }
        }
        throw new IllegalStateException("exit code %s: see %s".formatted(code, execution.log()));
    }

    private static void someTime(Random chance) {
        pause(chance.nextInt(LONGEST_MILLIS));
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
