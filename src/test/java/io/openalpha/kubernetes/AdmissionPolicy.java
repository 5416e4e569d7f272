package io.openalpha.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A policy that is asked what it says of Jobs. */
final class AdmissionPolicy {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ValidatingAdmissionPolicy policy;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelOptionalLibrary.INSTANCE)
            .addVar("object", SimpleType.DYN)
            .addVar("oldObject", SimpleType.DYN)
            .addVar("request", SimpleType.DYN)
            .addVar("variables", SimpleType.DYN)
            .build();
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .addLibraries(CelOptionalLibrary.INSTANCE)
            .build();

    AdmissionPolicy(ValidatingAdmissionPolicy policy) {
        this.policy = policy;
    }

    /** Whether the requests of a user are looked at. */
    boolean concerns(String user) {
        Map<String, Object> request = Map.of("request", Map.of("userInfo", Map.of("username", user)));
        return policy.getSpec().getMatchConditions().stream()
                .allMatch(condition -> Boolean.TRUE.equals(evaluate(condition.getExpression(), request)));
    }

    /** Why a Job may not be created; empty if it may. */
    List<String> complaints(Job created) {
        return complaints(Map.of("object", map(created), "request", Map.of("operation", "CREATE")));
    }

    /** Why a Job may not be changed so; empty if it may. */
    List<String> complaints(Job changed, Job before) {
        return complaints(
                Map.of("object", map(changed), "oldObject", map(before), "request", Map.of("operation", "UPDATE")));
    }

    private List<String> complaints(Map<String, Object> request) {
        Map<String, Object> known = new HashMap<>(request);
        Map<String, Object> variables = new HashMap<>();
        known.put("variables", variables);
        policy.getSpec()
                .getVariables()
                .forEach(variable -> variables.put(variable.getName(), evaluate(variable.getExpression(), known)));
        return policy.getSpec().getValidations().stream()
                .filter(validation -> !Boolean.TRUE.equals(evaluate(validation.getExpression(), known)))
                .map(validation -> validation.getMessage())
                .toList();
    }

    private Object evaluate(String expression, Map<String, Object> known) {
        try {
            return runtime.createProgram(compiler.compile(expression).getAst()).eval(known);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    private Map<String, Object> map(Job job) {
        return json.convertValue(json.valueToTree(job), MAP);
    }
}
