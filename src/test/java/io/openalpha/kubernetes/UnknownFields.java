package io.openalpha.kubernetes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds fields of a manifest that its Kubernetes object does not have, at any depth. */
final class UnknownFields {

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** Their paths; the object itself if not even its kind is known. */
    static List<String> of(Object object) {
        if (!object.getClass().getName().contains(".api.model.")
                || object.getClass().getSimpleName().startsWith("Generic")) {
            return List.of("an unknown kind: " + object);
        }
        UnknownFields search = new UnknownFields();
        search.visit("", object);
        return List.copyOf(search.found);
    }

    private void visit(String path, Object object) {
        if (object instanceof List<?> list) {
            list.forEach(item -> visit(path + "[]", item));
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> visit(path + "." + key, value));
        } else if (object != null && object.getClass().getName().contains(".api.model.") && !(object instanceof Enum)) {
            getters(object).forEach(getter -> visitProperty(path, object, getter));
        }
    }

    private void visitProperty(String path, Object object, Method getter) {
        Object value = valueOf(object, getter);
        if (getter.getName().equals("getAdditionalProperties")) {
            ((Map<?, ?>) value).keySet().forEach(name -> found.add(path + "." + name));
        } else {
            visit(path + "." + getter.getName().substring("get".length()), value);
        }
    }

    private static List<Method> getters(Object object) {
        return Arrays.stream(object.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getClass") && !method.isBridge())
                .toList();
    }

    private static Object valueOf(Object object, Method getter) {
        try {
            return getter.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("%s of %s".formatted(getter, object), e);
        }
    }
}
