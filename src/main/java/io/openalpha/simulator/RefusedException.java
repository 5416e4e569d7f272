package io.openalpha.simulator;

/** A request that cannot be served, with the answer that says so. */
final class RefusedException extends RuntimeException {

    private final transient Answer answer;

    RefusedException(Answer answer) {
        super(answer.outcome(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
