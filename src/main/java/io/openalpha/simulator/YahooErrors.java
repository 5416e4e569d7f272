package io.openalpha.simulator;

/** The errors of Yahoo's chart service. */
final class YahooErrors {

    private YahooErrors() {}

    static ServiceResponse notFound() {
        return error(404, "Not Found", "No data found, symbol may be delisted", "not-found");
    }

    static ServiceResponse badRequest(String description) {
        return error(400, "Bad Request", description, "bad-request");
    }

    static ServiceResponse unprocessable(String description) {
        return error(422, "Unprocessable Entity", description, "unprocessable");
    }

    private static ServiceResponse error(int status, String code, String description, String outcome) {
        return ServiceResponse.json(
                status,
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"%s\",\"description\":\"%s\"}}}"
                        .formatted(code, description),
                outcome);
    }
}
