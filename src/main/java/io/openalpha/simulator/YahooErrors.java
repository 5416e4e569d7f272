package io.openalpha.simulator;

/** The errors of Yahoo's chart service. */
final class YahooErrors {

    private YahooErrors() {}

    static Answer notFound() {
        return error(404, "Not Found", "No data found, symbol may be delisted", "not-found");
    }

    static Answer badRequest(String description) {
        return error(400, "Bad Request", description, "bad-request");
    }

    static Answer unprocessable(String description) {
        return error(422, "Unprocessable Entity", description, "unprocessable");
    }

    private static Answer error(int status, String code, String description, String outcome) {
        return Answer.json(
                status,
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"%s\"}}}"
                        .formatted(code, description),
                outcome);
    }
}
