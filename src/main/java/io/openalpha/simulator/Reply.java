package io.openalpha.simulator;

/**
 * An answer and how much of it arrives.
 *
 * @param answer what would be sent
 */
record Reply(ServiceResponse answer, Delivery delivery) {

    /** How much of an answer arrives. */
    enum Delivery {
        WHOLE,
        HALF_OF_THE_BODY,
        CLOSED_WITHOUT_AN_ANSWER,
        NEVER
    }

    static Reply whole(ServiceResponse answer) {
        return new Reply(answer, Delivery.WHOLE);
    }

    /** Nothing of it. */
    static Reply none(Delivery delivery, String outcome) {
        return new Reply(ServiceResponse.text(500, "text/plain", "", outcome), delivery);
    }
}
