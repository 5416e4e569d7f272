package io.openalpha.web.api;

import io.openalpha.ml.model.ModelCard;
import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.ModelVersion;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.UnknownVersionException;
import io.openalpha.ml.model.VersionName;
import io.openalpha.web.problem.ProblemException;
import io.openalpha.web.view.ModelView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models")
class ModelController {

    private static final String EXAMPLE = "random_forest_20261122_020000";

    private final ModelRegistry registry;
    private final ModelReader reader;
    private final AuditedRequests auditedRequests;

    ModelController(ModelRegistry registry, ModelReader reader, AuditedRequests auditedRequests) {
        this.registry = registry;
        this.reader = reader;
        this.auditedRequests = auditedRequests;
    }

    @Operation(summary = "All versions, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<ModelView> models() {
        return registry.versions().stream().map(ModelView::of).toList();
    }

    @Operation(summary = "One version")
    @GetMapping(path = "/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    ModelView model(@Parameter(example = EXAMPLE) @PathVariable("version") VersionName version) {
        return ModelView.of(known(version));
    }

    @Operation(summary = "The model card of a version, as Markdown or plain text")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_MARKDOWN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/{version}/card",
            produces = {MediaType.TEXT_MARKDOWN_VALUE, MediaType.TEXT_PLAIN_VALUE})
    Card card(@Parameter(example = EXAMPLE) @PathVariable("version") VersionName version) {
        return new Card(new ModelCard(known(version), registry.decisions(version)));
    }

    @Operation(summary = "The versions of an algorithm with their figures, oldest first")
    @GetMapping(path = "/{algorithm}/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ModelView> metrics(@Parameter(example = "random_forest") @PathVariable("algorithm") String algorithm) {
        return versionsOf(algorithm).stream()
                .sorted(Comparator.comparing(ModelVersion::publishedAt))
                .map(ModelView::of)
                .toList();
    }

    @Operation(summary = "Lets a version serve, after a check of its files")
    @PostMapping(path = "/{version}/promote", produces = MediaType.APPLICATION_JSON_VALUE)
    Serving promote(@Parameter(example = EXAMPLE) @PathVariable("version") VersionName version, Principal user) {
        return auditedRequests.of(user, "promote", version.toString(), () -> {
            known(version);
            reader.verify(version);
            registry.promote(version, Reason.of(user.getName(), "by hand, over the API"));
            return new Serving(version.algorithm(), version.toString());
        });
    }

    @Operation(summary = "Lets the version serve again that did before; once more, the one before that")
    @PostMapping(path = "/{algorithm}/rollback", produces = MediaType.APPLICATION_JSON_VALUE)
    Serving rollBack(
            @Parameter(example = "random_forest") @PathVariable("algorithm") String algorithm, Principal user) {
        return auditedRequests.of(user, "rollback", Problems.shown(algorithm), () -> {
            versionsOf(algorithm);
            return registry.rollBack(algorithm, Reason.of(user.getName(), "by hand, over the API"))
                    .map(version -> new Serving(algorithm, version.toString()))
                    .orElseThrow(() -> new ProblemException(Problems.nothingBefore(algorithm)));
        });
    }

    private ModelVersion known(VersionName version) {
        try {
            return registry.version(version);
        } catch (UnknownVersionException e) {
            throw new ProblemException(Problems.unknownVersion(version));
        }
    }

    private List<ModelVersion> versionsOf(String algorithm) {
        List<ModelVersion> versions = registry.versions().stream()
                .filter(version -> version.name().algorithm().equals(algorithm))
                .toList();
        if (versions.isEmpty()) {
            throw new ProblemException(Problems.unknownAlgorithm(algorithm));
        }
        return versions;
    }
}
