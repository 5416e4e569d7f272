package io.openalpha.run;

/** Shows a person how far a step got. Called by one thread at a time. */
public interface ProgressDisplay {

    /** Shows nothing. */
    ProgressDisplay NONE = new ProgressDisplay() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void advance() {}

        @Override
        public void end() {}
    };

    /**
     * A step begins.
     *
     * @param total items that it has to do
     */
    void begin(String step, long total);

    /** One more item is done. */
    void advance();

    /** The step has ended. */
    void end();
}
