package io.openalpha.web.api;

import io.openalpha.web.security.AccessRules;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond the controllers: who may, how to sign in, and every error. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private static final Map<String, String> ALWAYS = Map.of(
            "401", "No credentials, or wrong ones",
            "403", "The user's role is too low, or a CSRF token is missing",
            "429", "Too many wrong passwords; Retry-After says how long to wait",
            "503", "The database or the issuer of tokens cannot be asked; Retry-After says when to try again");

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("OpenAlpha")
                        .version("v1")
                        .description("Market data, models and predictions. Times are UTC; prices are in whole units"
                                + " of their currency. Errors are problem documents of RFC 9457.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .security(List.of(
                        new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("token")));
    }

    @Bean
    OpenApiCustomizer whoMayAndWhatMayGoWrong() {
        return document -> {
            ModelConverters.getInstance(true).read(ProblemView.class).forEach(document.getComponents()::addSchemas);
            document.getPaths().forEach(ApiDocument::complete);
        };
    }

    private static void complete(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            AccessRules.required(method.name(), path).ifPresent(role -> operation.addExtension("x-role", role.name()));
            ALWAYS.forEach((status, meaning) -> addProblem(operation, status, meaning));
            if (operation.getParameters() != null || operation.getRequestBody() != null) {
                addProblem(operation, "400", "A parameter or the body is invalid");
            }
            if (operation.getRequestBody() != null) {
                addProblem(operation, "415", "The body is not said to be JSON");
            }
            if (path.contains("{")) {
                addProblem(operation, "404", "What the path names is not there");
            }
            textIsText(operation.getResponses().get("200"));
        });
    }

    /** It has the same content as the JSON, but not its structure. */
    private static void textIsText(@Nullable ApiResponse response) {
        if (response != null && response.getContent() != null) {
            response.getContent()
                    .replaceAll((type, content) ->
                            type.startsWith("text/") ? new MediaType().schema(new StringSchema()) : content);
        }
    }

    private static void addProblem(Operation operation, String status, String meaning) {
        operation.getResponses().computeIfAbsent(status, added -> new ApiResponse().description(meaning));
        operation
                .getResponses()
                .get(status)
                .setContent(new Content()
                        .addMediaType(
                                JSON, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
