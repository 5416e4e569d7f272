package io.openalpha.web.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a problem document looks, for the OpenAPI document. */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457). Some kinds have further members.")
record ProblemView(
        @Schema(example = "urn:openalpha:problem:unknown-symbol", description = "The kind, for programs")
        String type,

        @Schema(example = "Not Found") String title,
        @Schema(example = "404") int status,

        @Schema(example = "There is no symbol NOPE.", description = "What was wrong, with which value")
        String detail,

        @Schema(example = "/api/v1/quotes/NOPE") String instance,

        @Schema(example = "GET /api/v1/symbols lists them.", description = "What to do")
        String action) {}
