package io.openalpha.web.api;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "The version of an algorithm that serves from now on.")
record Serving(
        @Schema(example = "random_forest") String algorithm,
        @Schema(example = "random_forest_20261122_020000") String version) {}
