package io.openalpha.simulator;

/** A request that cannot be served, with the answer that says so. */
final class InvalidRequestException extends RuntimeException {

    private final transient ServiceResponse answer;

    InvalidRequestException(ServiceResponse answer) {
        super(answer.outcome(), null, false, false);
        this.answer = answer;
    }

    ServiceResponse answer() {
        return answer;
    }
}
