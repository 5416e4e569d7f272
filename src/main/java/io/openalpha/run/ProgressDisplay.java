package io.openalpha.run;

/** Shows the progress of steps to a user. Safe for use by many threads, as steps may run side by side. */
@FunctionalInterface
public interface ProgressDisplay {

    /** Shows nothing. */
    ProgressDisplay NONE = (step, total) -> Bar.NONE;

    /**
     * A step begins.
     *
     * @param total items that it has to do
     * @return receives its progress
     */
    Bar begin(String step, long total);

    /** One step as it is shown. Called by one thread at a time. */
    interface Bar {

        /** Shows nothing. */
        Bar NONE = new Bar() {
            @Override
            public void advance() {}

            @Override
            public void end() {}
        };

        /** One more item is done. */
        void advance();

        /** The step has ended. */
        void end();
    }
}
